/** Between the engine's words and the tables' columns. */
import { quotaOf, type Happening, type Registration, type Session } from '@yugong/domain/registration';
import type { ScreeningRules } from '@yugong/domain/screening';
import { newId } from '../crypto/ids';
import type { OutboxRow, RegistrationRow, SessionRow } from '../kernel/schema';
import type { AuditEntry } from '../kernel/store';

/** A session row joined with its programme's rules. */
export type LockedSession = SessionRow & {
  limit_per_person: number | null;
  offer_minutes: number | null;
  people_limit: number | null;
  /** The programme's quotas as JSON; null where nothing binds. */
  quotas: string | null;
};

/** What {@link LockedSession} is read by, of `sessions s` and `programmes p`. */
export const LOCKED_SESSION_COLUMNS = 's.*, p.limit_per_person, p.offer_minutes, p.people_limit, p.quotas';

export const toSession = (row: LockedSession): Session => ({
  id: row.id,
  programmeId: row.programme_id,
  state: row.state,
  capacity: row.capacity,
  waitlistSize: row.waitlist_size,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  cancelUntil: row.cancel_until,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  held: row.held,
  waiting: row.waiting,
  nextQueueNumber: row.next_place,
  nextOfferAt: row.next_offer_at,
  rules: {
    limitPerPerson: row.limit_per_person,
    offerMinutes: row.offer_minutes,
    peopleLimit: row.people_limit,
  },
  quota: row.quotas === null ? null : quotaOf(row.programme_id, row.adcode, quotasIn(row.quotas)),
});

/** A programme's quotas as its column has them. */
export const quotasIn = (column: string): ScreeningRules['quotas'] => JSON.parse(column) as ScreeningRules['quotas'];

/** The column's value for a programme's rules: null where they have no quotas, so that nothing is looked for. */
export const quotasColumn = (rules: { quotas?: unknown } | null): string | null =>
  Array.isArray(rules?.quotas) ? JSON.stringify(rules.quotas) : null;

export type EngineColumns = Omit<RegistrationRow, 'sealed' | 'consents'>;

export const toRegistration = (row: EngineColumns): Registration => ({
  id: row.id,
  sessionId: row.session_id,
  programmeId: row.programme_id,
  accountId: row.account_id,
  status: row.status,
  queueNumber: row.place,
  offerUntil: row.offer_until,
  activeKey: row.active_key,
  limitKey: row.limit_key,
  limitSlot: row.limit_slot,
  personKey: row.person_key,
  phoneKey: row.phone_key,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const fromRegistration = (row: Registration): EngineColumns => ({
  id: row.id,
  session_id: row.sessionId,
  programme_id: row.programmeId,
  account_id: row.accountId,
  status: row.status,
  place: row.queueNumber,
  offer_until: row.offerUntil,
  active_key: row.activeKey,
  limit_key: row.limitKey,
  limit_slot: row.limitSlot,
  person_key: row.personKey,
  phone_key: row.phoneKey,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
});

/** Rows that give up a unique key are written before those that may take it. */
export const keyReleasesFirst = (rows: Registration[]): Registration[] => [
  ...rows.filter((row) => row.activeKey === null),
  ...rows.filter((row) => row.activeKey !== null),
];

export const toAudit = (one: Happening): AuditEntry => ({
  actor: one.by === 'owner' ? `account:${one.accountId}` : one.staff ? `staff:${one.staff}` : one.by,
  action: `registration.${one.type}`,
  subject: one.registrationId,
  detail: { session: one.sessionId, status: one.status },
});

const NOTIFIED = new Set<Happening['type']>(['promoted', 'offered', 'offer-expired', 'displaced']);

/** Staff moved or cancelled it: the person hears of it from nobody else. */
const isNotified = ({ type, by }: Happening): boolean =>
  NOTIFIED.has(type) || (by === 'staff' && (type === 'moved' || type === 'cancelled'));

/** What a person should be told of though they didn't ask. */
export const toOutbox = (happenings: Happening[], now: number): OutboxRow[] =>
  happenings
    .filter((one) => isNotified(one) && one.registrationId !== null && one.accountId !== null)
    .map((one) => ({
      id: newId(now),
      kind: one.type,
      account_id: one.accountId as string,
      registration_id: one.registrationId as string,
      session_id: one.sessionId,
      created_at: now,
      done_at: null,
    }));

/** What is read of a registration to count whom somebody holds places for. */
export type HolderColumns = Pick<RegistrationRow, 'id' | 'programme_id' | 'account_id' | 'phone_key' | 'person_key'>;
export const HOLDER_COLUMNS = 'id, programme_id, account_id, phone_key, person_key';

export const toHolding = (row: HolderColumns) => ({
  id: row.id,
  programmeId: row.programme_id,
  accountId: row.account_id,
  phoneKey: row.phone_key,
  personKey: row.person_key,
});
