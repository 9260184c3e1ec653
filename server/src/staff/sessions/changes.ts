/** Opening, closing, and telling people of a change. Times only: places are the engine's. */
import { sql } from 'kysely';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { statement } from '../../kernel/store';
import { notifyChanged } from '../data/notices';
import { isoAt } from '@yugong/domain/time';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import type { ScopedContext, StaffContext } from '../context';
import { maskPerson } from '@yugong/domain/person';
import type {
  HitWire,
  PublishSessionRequest,
  SessionEdit,
  SizeRequest,
  SizeWire,
} from '@yugong/domain/session/staff-wire';
import { throwIfRefused } from '../../services/outcomes';
import type { FaultLog } from '../../kernel/account';
import type { RegistrationRow, SessionRow } from '../../kernel/schema';
import {
  refuseStale,
  staffFingerprint,
  staffIdempotentWrite,
  staffKey,
  type StaffRequest,
} from '../data/idempotent-write';
import { peopleOf } from '../data/people';
import { staffSession } from '../data/sessions';
import { sessionColumns } from './input';

/** What of a session people rely on: where it is, and when. */
type Whereabouts = Pick<SessionRow, 'place' | 'address' | 'floor' | 'phone' | 'starts_at' | 'ends_at'>;

/** From what to what a session's place, how to reach it, and times were changed, as people read it. */
const changesBetween = (from: Whereabouts, to: Whereabouts): NoticeWire['changes'] => {
  const all: NoticeWire['changes'] = [
    { field: 'place', from: from.place, to: to.place },
    { field: 'address', from: from.address, to: to.address },
    { field: 'floor', from: from.floor, to: to.floor },
    { field: 'phone', from: from.phone, to: to.phone },
    { field: 'startsAt', from: isoAt(from.starts_at), to: isoAt(to.starts_at) },
    { field: 'endsAt', from: isoAt(from.ends_at), to: isoAt(to.ends_at) },
  ];
  return all.filter((one) => one.from !== one.to);
};

/** What a calendar shows of a session, and by which district it is found there. */
const shownInCalendar = [
  'title',
  'place',
  'address',
  'floor',
  'adcode',
  'note',
  'starts_at',
  'ends_at',
] as const satisfies readonly (keyof SessionRow)[];

/** The next revision of a session whose calendar entry reads otherwise now; nothing where it reads the same. */
const nextRevision = (row: SessionRow, columns: Partial<SessionRow>, now: number): Partial<SessionRow> =>
  shownInCalendar.some((name) => columns[name] !== undefined && columns[name] !== row[name])
    ? { revision: row.revision + 1, changed_at: now }
    : {};

/**
 * Changes a session, with a notice to everybody in it where place or time are another.
 *
 * @throws `stale` where somebody else changed it since it was looked at: nobody's change is written over unseen, and the
 *   notice would name a place that it isn't moved from
 */
export async function editSession(
  staffRequest: StaffRequest,
  row: SessionRow,
  { seen, ...edit }: SessionEdit,
): Promise<void> {
  const { scoped, tools } = staffRequest;
  const columns = sessionColumns(edit);
  const update = scoped
    .updateSession(row.id)
    .set({ ...columns, ...nextRevision(row, columns, tools.now()), version: seen + 1 })
    .where('revision', '=', row.revision)
    .where('version', '=', seen);
  const changes = changesBetween(row, { ...row, ...columns });
  const notices = changes.length === 0 ? [] : [notifyChanged(scoped, row.id, changes, tools.now())];
  await staffIdempotentWrite(
    staffRequest,
    { seen, ...edit },
    () => ({
      statements: [statement(update, 1), ...notices],
      audit: [scoped.entry('session.edited', row.id)],
      answer: { status: 200, body: {} },
    }),
    async () => new StaleProblem((await scoped.session(row.id)).version),
  );
}

/** Whoever has the session's form open is told. */
const nextVersion = sql<number>`version + 1`;

async function running({ scoped }: ScopedContext, id: string) {
  const row = await scoped.session(id);
  if (row.state === 'cancelled') throw new ApiProblem('session-cancelled');
  return row;
}

/**
 * Shows a draft to everybody: at once, at a time, or, where that hasn't come yet, not for now.
 *
 * @throws `stale` where it isn't as it was seen, or is public already: what people may have seen is cancelled, not hidden
 */
export async function publishSession(
  staffRequest: StaffRequest,
  id: string,
  { at, seen }: PublishSessionRequest,
): Promise<void> {
  const { scoped, tools } = staffRequest;
  const row = await running(staffRequest, id);
  const now = tools.now();
  const from = at === undefined ? now : at === null ? null : Date.parse(at);
  if (from !== null && from >= row.ends_at) throw new ApiProblem('invalid', [{ pointer: '/at', code: 'order' }]);
  const before = seen === null ? null : Date.parse(seen);
  const update = scoped
    .updateSession(id)
    .set({ public_from: from, version: nextVersion })
    .where('public_from', before === null ? 'is' : '=', before)
    .where(({ eb, or }) => or([eb('public_from', 'is', null), eb('public_from', '>', now)]));
  await staffIdempotentWrite(
    staffRequest,
    { at, seen },
    () => ({
      statements: [statement(update, 1)],
      audit: [scoped.entry('session.published', id, { from: from === null ? null : isoAt(from) })],
      answer: { status: 200, body: {} },
    }),
    async () => {
      const { public_from } = await scoped.session(id);
      return new StaleProblem(public_from === null ? null : isoAt(public_from));
    },
  );
}

/** @throws `session-used` where somebody is or was in it, or waits to be told of it */
export const deleteSession = (staffRequest: StaffRequest, id: string): Promise<unknown> =>
  staffIdempotentWrite(
    staffRequest,
    null,
    () => ({
      statements: [staffRequest.scoped.deleteUnusedSession(id)],
      audit: [staffRequest.scoped.entry('session.deleted', id)],
      answer: { status: 204, body: null },
    }),
    async () => {
      await staffRequest.scoped.session(id);
      return new ApiProblem('session-used');
    },
  );

/** Sign-up begins now; where it had ended it goes on until `closesAt`, or until the session begins. */
export async function openNow(context: ScopedContext, id: string, closesAt?: string): Promise<void> {
  const { scoped, tools } = context;
  const row = await running(context, id);
  const now = tools.now();
  if (row.ends_at <= now) throw new ApiProblem('session-closed');
  const wanted = closesAt === undefined ? null : Date.parse(closesAt);
  const closes_at = wanted ?? (row.closes_at > now ? row.closes_at : row.starts_at > now ? row.starts_at : row.ends_at);
  if (closes_at <= now || closes_at > row.ends_at)
    throw new ApiProblem('invalid', [{ pointer: '/closesAt', code: 'order' }]);
  const update = scoped
    .updateSession(id)
    .set({ opens_at: Math.min(row.opens_at, now), closes_at, version: nextVersion });
  await scoped.write([statement(update, 1)], [scoped.entry('session.opened', id)]);
}

export async function closeNow(context: ScopedContext, id: string): Promise<void> {
  const { scoped, tools } = context;
  const row = await running(context, id);
  const now = tools.now();
  const times = {
    closes_at: Math.min(row.closes_at, now),
    opens_at: Math.min(row.opens_at, now - 1),
    version: nextVersion,
  };
  await scoped.write([statement(scoped.updateSession(id).set(times), 1)], [scoped.entry('session.closed', id)]);
}

/** The last to come lose their seat, offers before bookings; who is already inside doesn't. */
async function hitBy(
  { scoped }: Pick<StaffContext, 'scoped'>,
  session: SessionRow,
  capacity: number,
): Promise<RegistrationRow[]> {
  const tooMany = session.held - capacity;
  if (tooMany <= 0) return [];
  return (
    scoped
      .registrations()
      .selectAll()
      .where('registrations.session_id', '=', session.id)
      .where(({ or, and, eb }) =>
        or([
          eb('registrations.status', '=', 'booked'),
          and([eb('registrations.status', '=', 'waitlist'), eb('registrations.offer_until', 'is not', null)]),
        ]),
      )
      // Who only holds an offer has not booked yet, and loses less.
      .orderBy(sql`case when registrations.status = 'waitlist' then 0 else 1 end`)
      .orderBy('registrations.place', 'desc')
      .limit(tooMany)
      .execute()
  );
}

async function hits(context: ScopedContext, rows: RegistrationRow[], log: FaultLog): Promise<HitWire[]> {
  const people = await peopleOf(context, rows, log);
  return rows.map(({ id, place }) => {
    const { name, phone } = maskPerson(people.get(id)?.person ?? null);
    return { registrationId: id, name, phone, place };
  });
}

/** @throws `stale` where somebody came or went since it was staffRequest whom it hits */
export async function resize(staffRequest: StaffRequest, id: string, body: SizeRequest): Promise<SizeWire> {
  const { scoped, request } = staffRequest;
  const { capacity, waitlistSize, displace, dryRun, seen } = body;
  const session = await scoped.session(id);
  const size = { capacity: session.capacity, waitlistSize: session.waitlist_size };
  if (size.capacity !== seen.capacity || size.waitlistSize !== seen.waitlistSize) await refuseStale(staffRequest, size);
  if (session.state === 'cancelled') throw new ApiProblem('session-cancelled');
  const rows = await hitBy(staffRequest, session, capacity);
  if (session.held - rows.length > capacity)
    throw new ApiProblem('invalid', [{ pointer: '/capacity', code: 'below-attended' }]);
  const promotes = Math.max(0, Math.min(session.waiting, capacity - session.held));
  if (dryRun || (rows.length > 0 && displace.length === 0)) {
    if (rows.length > 0) await scoped.saw('session.size-staffRequest', id, { hits: rows.length });
    return {
      done: false,
      capacity,
      waitlistSize,
      promotes,
      hits: await hits(staffRequest, rows, request.log),
      session: null,
    };
  }
  const isSame = rows.length === displace.length && rows.every((row) => displace.includes(row.id));
  // A retry of what was done hits nobody any more; its key says that it was done.
  if (rows.length > 0 && !isSame) throw new ApiProblem('stale');
  const outcome = await scoped.submit({
    type: 'adjust',
    key: staffKey(staffRequest),
    fingerprint: staffFingerprint(staffRequest, body),
    sessionId: id,
    capacity,
    waitlistSize,
    displace,
    staff: scoped.staffId,
  });
  if (outcome.result === 'refused' && outcome.refusal === 'below-taken') throw new ApiProblem('stale');
  throwIfRefused(outcome);
  return { done: true, capacity, waitlistSize, promotes, hits: [], session: await staffSession(staffRequest, id) };
}
