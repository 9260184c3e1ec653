import * as v from 'valibot';
import { consentTexts, currentConsent, type Purpose } from '@yugong/domain/consent';
import { seatsLeft, viewOf, type TeamSize } from '@yugong/domain/registration';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { SessionQuery, SessionWire } from '@yugong/domain/session/wire';
import { IdParams } from '@yugong/domain/wire';
import { isoAt, instantOf } from '@yugong/domain/time';
import { addDays } from '@yugong/domain/calendar';
import { sha256 } from '../crypto/ids';
import { quotasLeft } from '../services/quotas';
import type { ProgrammeRow, SessionRow } from '../storage/schema';
import { sendTagged } from './answers';
import { operation } from './operation';
import { ApiProblem } from './problem';

/** Hashes of the consent texts, which never change. */
const hashes = new Map(consentTexts.map((one) => [`${one.purpose} ${one.version}`, sha256(one.text)]));

export const consentHash = (purpose: string, version: string): string => hashes.get(`${purpose} ${version}`) ?? '';

/** How many a team of the programme has; null where everybody signs up alone. */
export const teamSizeOf = ({ team_min: min, team_max: max }: ProgrammeRow): TeamSize | null =>
  min === null || max === null ? null : { min, max };

export const programmeWire = (row: ProgrammeRow): ProgrammeWire => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  organiser: row.organiser,
  demo: row.demo === 1,
  fields: JSON.parse(row.fields) as ProgrammeWire['fields'],
  limitPerPerson: row.limit_per_person,
  offerMinutes: row.offer_minutes,
  sex: row.sex,
  team: teamSizeOf(row),
  age: row.age_min === null || row.age_max === null ? null : { min: row.age_min, max: row.age_max },
  consents: (JSON.parse(row.consents) as Purpose[]).map((purpose) => {
    const { version, title, text } = currentConsent(purpose);
    return { purpose, version, title, text, hash: consentHash(purpose, version) };
  }),
  rules: row.rules === null ? null : (JSON.parse(row.rules) as ProgrammeWire['rules']),
});

/** What decides how a session stands. */
export const sessionCounts = (row: SessionRow) => ({
  state: row.state,
  capacity: row.capacity,
  waitlistSize: row.waitlist_size,
  held: row.held,
  waiting: row.waiting,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  endsAt: row.ends_at,
});

/** @param quotaLeft places its district has left in the programme, where that binds */
export function sessionWire(row: SessionRow, now: number, quotaLeft = Infinity): SessionWire {
  const session = sessionCounts(row);
  const view = viewOf(session, now);
  const districtFull = view === 'open' && quotaLeft <= 0;
  return {
    id: row.id,
    programmeId: row.programme_id,
    kind: row.kind,
    title: row.title,
    place: row.place,
    adcode: row.adcode,
    note: row.note,
    notice: row.notice,
    demo: row.demo === 1,
    state: districtFull ? 'full' : view,
    ...(districtFull ? { districtFull } : {}),
    capacity: row.capacity,
    seatsLeft: Math.min(seatsLeft(session), Math.max(0, quotaLeft)),
    waiting: row.waiting,
    waitlistSize: row.waitlist_size,
    opensAt: isoAt(row.opens_at),
    closesAt: isoAt(row.closes_at),
    cancelUntil: isoAt(row.cancel_until),
    startsAt: isoAt(row.starts_at),
    endsAt: isoAt(row.ends_at),
  };
}

const list = { method: 'GET', tag: 'sessions', auth: 'none' } as const;

export const sessionOperations = [
  operation({
    ...list,
    path: '/api/v1/programmes',
    id: 'listProgrammes',
    summary: '有哪些项目，各要填什么、同意什么',
    answers: {
      200: { description: '项目', schema: v.object({ programmes: v.array(ProgrammeWire) }) },
      304: { description: '没有变' },
    },
    problems: ['unavailable'],
    handle: async ({ service, request, reply }) => {
      const rows = await service.store.read.selectFrom('programmes').selectAll().orderBy('id').execute();
      return sendTagged(request, reply, { programmes: rows.map(programmeWire) });
    },
  }),
  operation({
    ...list,
    path: '/api/v1/sessions',
    id: 'listSessions',
    summary: '场次，带余位和状态；默认只列还没结束的',
    query: SessionQuery,
    answers: {
      200: { description: '场次，早的在前', schema: v.object({ sessions: v.array(SessionWire) }) },
      304: { description: '没有变' },
    },
    problems: ['invalid', 'unavailable'],
    handle: async ({ service, request, reply, query: { kind, programme, adcode, from, to, limit } }) => {
      const now = service.now();
      let rows = service.store.read
        .selectFrom('sessions')
        .selectAll()
        .where('ends_at', '>', from ? instantOf(from) : now)
        .orderBy('starts_at')
        .orderBy('id')
        .limit(Number(limit ?? 500));
      if (kind) rows = rows.where('kind', '=', kind);
      if (programme) rows = rows.where('programme_id', '=', programme);
      if (adcode) rows = rows.where('adcode', '=', adcode);
      if (to) rows = rows.where('starts_at', '<', instantOf(addDays(to, 1)));
      const [found, left] = await Promise.all([rows.execute(), quotasLeft(service)]);
      const sessions = found.map((row) => sessionWire(row, now, left(row)));
      return sendTagged(request, reply, { sessions });
    },
  }),
  operation({
    ...list,
    path: '/api/v1/sessions/{id}',
    id: 'getSession',
    summary: '一场，结束了的也有',
    params: IdParams,
    paramExamples: { id: 'demo-screening-1' },
    answers: { 200: { description: '场次', schema: SessionWire }, 304: { description: '没有变' } },
    problems: ['not-found', 'invalid', 'unavailable'],
    handle: async ({ service, request, reply, params }) => {
      const sessions = service.store.read.selectFrom('sessions').selectAll();
      const found = await sessions.where('id', '=', params.id).executeTakeFirst();
      if (!found) throw new ApiProblem('not-found');
      const left = await quotasLeft(service);
      return sendTagged(request, reply, sessionWire(found, service.now(), left(found)));
    },
  }),
];
