/**
 * The nouns of signing up. Times are milliseconds since the epoch; ids and keys are opaque strings.
 */

/** A string that belongs to one noun: mixing a session's id with a registration's doesn't compile. */
type Id<Noun extends string> = string & { readonly __noun?: Noun };

export type ProgrammeId = Id<'programme'>;
export type SessionId = Id<'session'>;
export type RegistrationId = Id<'registration'>;
export type AccountId = Id<'account'>;

/** FHIR's words (R5 AppointmentStatus, those that occur here). */
export const registrationStatuses = ['booked', 'waitlist', 'checked-in', 'fulfilled', 'noshow', 'cancelled'] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** What a programme says of all its sessions. */
export interface ProgrammeRules {
  /** Places one person may hold in the whole programme; null where it doesn't matter. */
  limitPerPerson: number | null;
  /** Minutes a freed place is kept for the first in line to say yes; null books them at once. */
  offerMinutes: number | null;
}

/** Places of a programme that its sessions in one district share. */
export interface Quota {
  /** The programme and the district: which sessions share it. */
  key: string;
  places: number;
}

/** A capacity-limited time window: a clinic or an event. Counters are kept with it, so one row says all. */
export interface Session {
  id: SessionId;
  programmeId: ProgrammeId;
  state: 'open' | 'cancelled';
  capacity: number;
  waitlistSize: number;
  opensAt: number;
  closesAt: number;
  /** Until when a booked place may be given back or changed. */
  cancelUntil: number;
  startsAt: number;
  endsAt: number;
  /** Places gone: booked, attended, missed, and those kept by an offer. */
  held: number;
  /** People in line, without those who hold an offer. */
  waiting: number;
  /** The number the next registration gets; a smaller one came earlier. */
  nextPlace: number;
  /** When the earliest offer lapses, or earlier; null where there is none. */
  nextOfferAt: number | null;
  rules: ProgrammeRules;
  /** What it shares with the programme's other sessions in its district; null where nothing binds there. */
  quota: Quota | null;
}

/** One person's place, or wish for one, in one session. */
export interface Registration {
  id: RegistrationId;
  sessionId: SessionId;
  programmeId: ProgrammeId;
  accountId: AccountId;
  status: RegistrationStatus;
  /** Order of arrival within the session. */
  place: number;
  /** On the waiting list with a place kept until then; null otherwise. */
  offerUntil: number | null;
  /** Unique over all active registrations: this person in this session. Null once cancelled. */
  activeKey: string | null;
  /** This person in this programme, and which of the allowed places it is. Null once cancelled. */
  limitKey: string | null;
  limitSlot: number | null;
  createdAt: number;
  updatedAt: number;
}

/** Does the registration hold one of the session's places? */
export const holdsPlace = ({ status, offerUntil }: Pick<Registration, 'status' | 'offerUntil'>): boolean =>
  status === 'waitlist' ? offerUntil !== null : status !== 'cancelled';
