/** Programmes and sessions from their rows to the wire. */
import { consentTexts, currentConsent, nameOperator } from '@yugong/domain/consent';
import { type Purpose } from '@yugong/domain/consent/wire';
import type { ProgrammeWire, TeamSize } from '@yugong/domain/programme/wire';
import { familyConsents, quotaKey, quotaLeft, quotaOf, seatsLeft, viewOf } from '@yugong/domain/registration';
import type { SessionWire } from '@yugong/domain/session/wire';
import { isoAt } from '@yugong/domain/time';
import { sha256 } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { ProgrammeRow, SessionRow } from '../kernel/schema';
import { quotasIn } from '../storage/rows';

/** Hashes of the consent texts, which never change. */
const hashes = new Map(consentTexts.map((one) => [`${one.purpose} ${one.version}`, sha256(one.text)]));

export const consentHash = (purpose: string, version: string): string => hashes.get(`${purpose} ${version}`) ?? '';

/** How many a team of the programme has; null where everybody signs up alone. */
export const teamSizeOf = ({ team_min: min, team_max: max }: ProgrammeRow): TeamSize | null =>
  min === null || max === null ? null : { min, max };

/** A programme's rules as its column has them; null where it has none of its own. */
export const rulesIn = (column: string | null): ProgrammeWire['rules'] =>
  column === null ? null : (JSON.parse(column) as ProgrammeWire['rules']);

/** The text in force for a purpose, with whoever runs the service named. */
export function consentOnWire<P extends Purpose>(
  { operatorName }: Pick<Service, 'operatorName'>,
  purpose: P,
): Omit<ProgrammeWire['consents'][number], 'purpose'> & { purpose: P } {
  const { version, title, text } = nameOperator(currentConsent(purpose), operatorName);
  return { purpose, version, title, text, hash: consentHash(purpose, version) };
}

export const programmeWire = (service: Pick<Service, 'operatorName'>, row: ProgrammeRow): ProgrammeWire => ({
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
  consents: (JSON.parse(row.consents) as Purpose[]).map((purpose) => consentOnWire(service, purpose)),
  family: row.family === 1 ? { consents: familyConsents.map((purpose) => consentOnWire(service, purpose)) } : null,
  rules: rulesIn(row.rules),
});

/** What decides how a session stands. */
export const sessionCounts = (
  row: Pick<
    SessionRow,
    'state' | 'capacity' | 'waitlist_size' | 'held' | 'waiting' | 'opens_at' | 'closes_at' | 'ends_at'
  >,
) => ({
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
    address: row.address,
    floor: row.floor,
    phone: row.phone,
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

/** The sessions that rows name, by id. */
export async function sessionsById(
  { store }: Pick<Service, 'store'>,
  rows: readonly { session_id: string }[],
): Promise<Map<string, SessionRow>> {
  const ids = [...new Set(rows.map((row) => row.session_id))];
  if (ids.length === 0) return new Map();
  const sessions = await store.read.selectFrom('sessions').selectAll().where('id', 'in', ids).execute();
  return new Map(sessions.map((one) => [one.id, one]));
}

/**
 * What districts have left of a programme's seats, for showing it; the engine reads its own under the lock.
 *
 * @returns of a session, how many of its district's places are left; infinite where nothing binds
 */
export async function quotasLeft({ store }: Pick<Service, 'store'>): Promise<(row: SessionRow) => number> {
  const programmes = await store.read
    .selectFrom('programmes')
    .select(['id', 'quotas'])
    .where('quotas', 'is not', null)
    .execute();
  if (programmes.length === 0) return () => Infinity;
  const rules = new Map(programmes.map((one) => [one.id, quotasIn(one.quotas ?? 'null')]));
  const sums = await store.read
    .selectFrom('sessions')
    .select(({ fn }) => ['programme_id', 'adcode', fn.sum<number>('held').as('held')])
    .where('programme_id', 'in', [...rules.keys()])
    .groupBy(['programme_id', 'adcode'])
    .execute();
  const quotas = new Map(sums.map((one) => [quotaKey(one.programme_id, one.adcode), Number(one.held)]));
  return ({ programme_id, adcode }) =>
    quotaLeft({ quotas }, { quota: quotaOf(programme_id, adcode, rules.get(programme_id) ?? null) });
}
