/** The nouns of the registration engine. Times are milliseconds since the epoch; ids and keys are opaque strings. */

/** A string that belongs to one noun: mixing a session's id with a registration's doesn't compile. */
type Id<Noun extends string> = string & { readonly __noun?: Noun };

export type ProgrammeId = Id<'programme'>;
export type SessionId = Id<'session'>;
export type RegistrationId = Id<'registration'>;
export type AccountId = Id<'account'>;

/** FHIR's words (R5 AppointmentStatus, those that occur here). */
export const registrationStatuses = ['booked', 'waitlist', 'checked-in', 'fulfilled', 'noshow', 'cancelled'] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/**
 * Why a registration ended. `owner`: the person gave it up, herself or through staff; `union`: staff ended it; `lapsed`:
 * an offer was not answered in time; `session`: the session doesn't take place.
 */
export const cancelCauses = ['owner', 'union', 'lapsed', 'session'] as const;
export type CancelCause = (typeof cancelCauses)[number];

/** What a programme lays down for all its sessions. */
export interface ProgrammeRules {
  /** How many seats one person may hold in the whole programme; null where there is no limit. */
  limitPerPerson: number | null;
  /**
   * How many people one account, one telephone number and one device may hold places for in the programme; null where
   * there is no such limit. Staff aren't bound by it, and a captain's team counts as one.
   */
  peopleLimit: number | null;
  /**
   * For how many minutes a freed seat is held for the first on the waiting list once the offer was delivered, quiet
   * hours not counted; null books it for them at once.
   */
  offerMinutes: number | null;
}

/** Seats of a programme that its sessions in one district share. */
export interface DistrictQuota {
  /** Made of the programme and the district, so that it says which sessions share the quota. */
  key: string;
  seats: number;
}

/** A capacity-limited time window: a clinic or an event. It carries its own counters, so that one locked row is enough. */
export interface Session {
  id: SessionId;
  programmeId: ProgrammeId;
  state: 'open' | 'cancelled';
  capacity: number;
  waitlistSize: number;
  opensAt: number;
  closesAt: number;
  /** Until when a person may cancel or move a booked seat. */
  cancelUntil: number;
  startsAt: number;
  endsAt: number;
  /** Seats taken: booked, attended, missed, and those that an offer holds. */
  held: number;
  /** How many people wait, without those who hold an offer. */
  waiting: number;
  /** The queue number that the next registration gets; a smaller one came earlier. */
  nextQueueNumber: number;
  /** When the earliest delivered offer lapses, or a moment before that; null where there is none. */
  nextOfferAt: number | null;
  rules: ProgrammeRules;
  /** The quota that it shares with the programme's other sessions in its district; null where there is none. */
  quota: DistrictQuota | null;
  /** From when anybody can be in it; null of a draft. Left out of one that is public. */
  publicFrom?: number | null;
}

/** One person's seat in one session, or their turn on its waiting list. */
export interface Registration {
  id: RegistrationId;
  sessionId: SessionId;
  programmeId: ProgrammeId;
  accountId: AccountId;
  status: RegistrationStatus;
  /** Order of arrival within the session, on the wire and in the database `place`. */
  queueNumber: number;
  /**
   * Until when an offered seat is held for it; null where no seat is offered. An offer that hasn't been delivered doesn't
   * lapse: of it this is only when the session was to begin.
   */
  offerUntil: number | null;
  /**
   * Of an offer that hasn't been delivered: from when staff may pass its seat on. Null where no seat is offered, and once
   * it was delivered, which begins its hold.
   */
  passOnFrom: number | null;
  /** When the union took its booked seat away: until it has one again it is first in line. Null otherwise. */
  displacedAt: number | null;
  /** Why it is cancelled; null while it isn't. */
  cancelCause: CancelCause | null;
  /** This person in this session, unique over all active registrations; null once cancelled. */
  activeKey: string | null;
  /** This person in this programme; with `limitSlot`, which of the allowed seats it is. Null once cancelled. */
  limitKey: string | null;
  limitSlot: number | null;
  /** This person in this programme, whether it has a limit or not. Null once cancelled, and on what is older than it. */
  personKey: string | null;
  /** The telephone number in this programme, as a keyed hash. Null once cancelled, or where there is no number. */
  phoneKey: string | null;
  /** The device that it was made on, in this programme, as a keyed hash. Null once cancelled, or where it isn't known. */
  deviceKey: string | null;
  /** Its seat is kept until `offerUntil` for the telephone number to be proved; nobody but staff is told of it before. */
  awaitsProof: boolean;
  createdAt: number;
  updatedAt: number;
}

/** Is a seat offered that the person is not known to have heard of? Its hold hasn't begun. */
export const isUndelivered = ({ offerUntil, passOnFrom }: Pick<Registration, 'offerUntil' | 'passOnFrom'>): boolean =>
  offerUntil !== null && passOnFrom !== null;

/**
 * The order of the waiting list: who lost a booked seat to the union stands before everybody else, then whoever came
 * first. Sorts as {@link Array.sort} wants it.
 */
export const byTurn = (
  a: Pick<Registration, 'displacedAt' | 'queueNumber'>,
  b: Pick<Registration, 'displacedAt' | 'queueNumber'>,
): number => Number(a.displacedAt === null) - Number(b.displacedAt === null) || a.queueNumber - b.queueNumber;

/** Does the registration hold one of the session's seats? */
export const holdsSeat = ({ status, offerUntil }: Pick<Registration, 'status' | 'offerUntil'>): boolean =>
  status === 'waitlist' ? offerUntil !== null : status !== 'cancelled';
