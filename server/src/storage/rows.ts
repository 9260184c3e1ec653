/** Between the engine's words and the tables' columns. */
import type { NoticeKind } from '@yugong/domain/notice/wire';
import { quotaOf, type Decision, type Happening, type Registration, type Session } from '@yugong/domain/registration';
import type { ScreeningRules } from '@yugong/domain/screening';
import { newId } from '../crypto/ids';
import type { NoticeRow, RegistrationRow, SessionRow } from '../kernel/schema';
import type { AuditEntry } from '../kernel/store';
import { isoAt } from '@yugong/domain/time';

/** A session row joined with its programme's rules. */
export type LockedSessionRow = SessionRow & {
  limit_per_person: number | null;
  offer_minutes: number | null;
  people_limit: number | null;
  /** The programme's quotas as JSON; null where nothing binds. */
  quotas: string | null;
};

/** What {@link LockedSessionRow} is read by, of `sessions s` and `programmes p`. */
export const LOCKED_SESSION_COLUMNS = 's.*, p.limit_per_person, p.offer_minutes, p.people_limit, p.quotas';

export const toSession = (row: LockedSessionRow): Session => ({
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
  publicFrom: row.public_from,
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

export type EngineColumns = Omit<RegistrationRow, 'sealed' | 'consents' | 'number_key' | 'own_phone'>;

/** What the engines read of a registration. */
export const ENGINE_COLUMNS =
  'id, session_id, programme_id, account_id, status, place, offer_until, pass_on_from, displaced_at, cancel_cause, active_key, limit_key, limit_slot, person_key, phone_key, device_key, awaits_proof, created_at, updated_at';

/** What may be another after a decision; whose registration it is and when it was made never is. */
export const CHANGING_COLUMNS = [
  'session_id',
  'status',
  'place',
  'offer_until',
  'pass_on_from',
  'displaced_at',
  'cancel_cause',
  'active_key',
  'limit_key',
  'limit_slot',
  'person_key',
  'phone_key',
  'device_key',
  'awaits_proof',
  'updated_at',
] as const satisfies readonly (keyof EngineColumns)[];

export const toRegistration = (row: EngineColumns): Registration => ({
  id: row.id,
  sessionId: row.session_id,
  programmeId: row.programme_id,
  accountId: row.account_id,
  status: row.status,
  queueNumber: row.place,
  offerUntil: row.offer_until,
  passOnFrom: row.pass_on_from,
  displacedAt: row.displaced_at,
  cancelCause: row.cancel_cause,
  activeKey: row.active_key,
  limitKey: row.limit_key,
  limitSlot: row.limit_slot,
  personKey: row.person_key,
  phoneKey: row.phone_key,
  deviceKey: row.device_key,
  awaitsProof: row.awaits_proof === 1,
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
  pass_on_from: row.passOnFrom,
  displaced_at: row.displacedAt,
  cancel_cause: row.cancelCause,
  active_key: row.activeKey,
  limit_key: row.limitKey,
  limit_slot: row.limitSlot,
  person_key: row.personKey,
  phone_key: row.phoneKey,
  device_key: row.deviceKey,
  awaits_proof: row.awaitsProof ? 1 : 0,
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
  detail: {
    session: one.sessionId,
    status: one.status,
    ...(one.offerUntil === undefined ? {} : { until: isoAt(one.offerUntil) }),
    ...(one.before === undefined ? {} : { before: one.before }),
  },
});

/** What the engine's happenings are called to whom they concern; a lapsed offer ended her registration. */
const NOTICE_KINDS: Partial<Record<Happening['type'], NoticeKind>> = {
  promoted: 'promoted',
  offered: 'offered',
  'offer-expired': 'cancelled',
  displaced: 'displaced',
  'passed-on': 'passed-on',
  moved: 'moved',
  cancelled: 'cancelled',
};

/**
 * What the owner did, or asked staff to do, needs no notice; what the service does where she withdraws her data doesn't
 * either. A number that nobody has proved may be anybody's, so nothing is sent to it.
 */
const isNotified = ({ type, by, onBehalf = false, awaitsProof = false }: Happening): boolean =>
  !awaitsProof &&
  (type === 'moved' || type === 'cancelled' ? by === 'staff' && !onBehalf : NOTICE_KINDS[type] !== undefined);

/** A notice as it is written: unread, nobody has called, and its delivery is due at once. */
export const noticeRow = (kind: NoticeKind, accountId: string, now: number, about: Partial<NoticeRow>): NoticeRow => ({
  id: newId(now),
  account_id: accountId,
  kind,
  registration_id: null,
  session_id: null,
  request_id: null,
  station_id: null,
  alert_id: null,
  from_session_id: null,
  deadline: null,
  changes: '[]',
  created_at: now,
  read_at: null,
  reached_at: null,
  call_result: null,
  called_at: null,
  called_by: null,
  calls: 0,
  deliver_at: now,
  delivered_at: null,
  delivered_by: null,
  sealed: null,
  ...about,
});

/** What people have to know of what happened though they didn't ask. */
export const toNotices = (happenings: Happening[], now: number): NoticeRow[] =>
  happenings.flatMap((one) => {
    const kind = NOTICE_KINDS[one.type];
    // A registration of which nobody's account is left has nobody to be told.
    if (kind === undefined || !isNotified(one) || !one.accountId) return [];
    return [
      noticeRow(kind, one.accountId, now, {
        registration_id: one.registrationId,
        session_id: one.sessionId,
        from_session_id: one.fromSessionId ?? null,
        deadline: one.offerUntil ?? null,
        sealed: one.reason ?? null,
      }),
    ];
  });

/** The ends of the holds that began: the notice of the offer says until when it has to be answered. */
export const holdsBegun = ({ happenings }: Pick<Decision, 'happenings'>): { id: string; deadline: number }[] =>
  happenings.flatMap(({ type, registrationId, offerUntil }) =>
    type === 'delivered' && registrationId !== null && offerUntil !== undefined
      ? [{ id: registrationId, deadline: offerUntil }]
      : [],
  );

/** What is written of the people whose registrations were corrected. */
export const correctedRows = ({
  corrected,
}: Pick<Decision, 'corrected'>): Pick<RegistrationRow, 'id' | 'sealed' | 'own_phone'>[] =>
  [...corrected].map(([id, { sealed, ownPhone }]) => ({ id, sealed, own_phone: ownPhone ? 1 : null }));

/** What is read of a registration to count whom somebody holds places for. */
export type HolderColumns = Pick<
  RegistrationRow,
  'id' | 'programme_id' | 'account_id' | 'phone_key' | 'device_key' | 'person_key'
>;
export const HOLDER_COLUMNS = 'id, programme_id, account_id, phone_key, device_key, person_key';

export const toHolding = (row: HolderColumns) => ({
  id: row.id,
  programmeId: row.programme_id,
  accountId: row.account_id,
  phoneKey: row.phone_key,
  deviceKey: row.device_key,
  personKey: row.person_key,
});
