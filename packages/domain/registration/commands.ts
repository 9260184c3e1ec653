/** What may be asked of the engine, and how it answers. */
import type { AccountId, RegistrationId, RegistrationStatus, SessionId } from './types';

/** Who acts: the account's owner, the union's staff, or the service itself (offers that lapse, data withdrawn). */
export type Actor = 'owner' | 'staff' | 'service';

interface Asked {
  /** Idempotency: the same key is answered the same and takes effect once. Null for the service's own commands. */
  key: string | null;
  /** What was asked under that key; another question under the same key is refused. */
  fingerprint: string;
  /** Who of the staff asks, for the audit; left out where it is the owner or the service. */
  staff?: string;
}

export interface Register extends Asked {
  type: 'register';
  /** The id the registration gets if there is none yet. */
  registrationId: RegistrationId;
  sessionId: SessionId;
  accountId: AccountId;
  activeKey: string;
  limitKey: string;
  /** Staff sign people up whatever the sign-up's hours; never beyond the places there are. */
  by?: 'owner' | 'staff';
}

/** The row a command is about, as the asker last saw it: which session it was in decides which are locked. */
interface AboutRegistration extends Asked {
  registrationId: RegistrationId;
  sessionId: SessionId;
  accountId: AccountId;
  by: Actor;
}

export interface Cancel extends AboutRegistration {
  type: 'cancel';
}

/** To another session, or, where an offer waits, into the place that is offered (`toSessionId` its own). */
export interface Move extends AboutRegistration {
  type: 'move';
  toSessionId: SessionId;
  /** This person in the target session. */
  toActiveKey: string;
}

/** What happened on the day; staff's. */
export interface Attend extends AboutRegistration {
  type: 'attend';
  to: 'booked' | 'checked-in' | 'fulfilled' | 'noshow';
}

/** More or fewer places; staff's. */
export interface Adjust extends Asked {
  type: 'adjust';
  sessionId: SessionId;
  capacity: number;
  waitlistSize: number;
  /**
   * Who loses their place where there are to be fewer than are taken: exactly so many as it takes, else it is refused
   * as `stale`. They keep their order of arrival and so come before everybody else in line.
   */
  displace?: RegistrationId[];
}

/** The session doesn't take place. Nobody can sign up or move into it from this moment; its rows are cancelled one by one. */
export interface CallOff extends Asked {
  type: 'call-off';
  sessionId: SessionId;
}

/** Passes on the places whose offers have lapsed. */
export interface Expire extends Asked {
  type: 'expire';
  sessionId: SessionId;
}

export type Command = Register | Cancel | Move | Attend | Adjust | CallOff | Expire;

/** Why the engine said no. */
export const refusals = [
  'not-found',
  'session-cancelled',
  'not-open-yet',
  'closed',
  'full',
  'quota-full',
  'limit-reached',
  'too-late',
  'not-active',
  'already-registered',
  'other-programme',
  'below-taken',
  'key-reused',
  'stale',
] as const;
export type Refusal = (typeof refusals)[number];

export type Outcome =
  | {
      result: 'booked' | 'waitlist' | 'moved' | 'unchanged' | 'cancelled' | 'attended';
      registrationId: RegistrationId;
      sessionId: SessionId;
      status: RegistrationStatus;
      /** People in front, on a waiting list. */
      ahead: number;
      /** When it was decided. */
      at: number;
    }
  | { result: 'exists'; registrationId: RegistrationId; sessionId: SessionId; mine: boolean }
  | { result: 'done'; sessionId: SessionId }
  | { result: 'refused'; refusal: Refusal };

/** An answer as it is kept with its key. */
export interface Answer {
  fingerprint: string;
  outcome: Outcome;
}

/** Says how a registration stands now. */
export const granted = (
  result: Extract<Outcome, { status: RegistrationStatus }>['result'],
  row: { id: RegistrationId; sessionId: SessionId; status: RegistrationStatus },
  at: number,
  ahead = 0,
): Outcome => ({ result, registrationId: row.id, sessionId: row.sessionId, status: row.status, ahead, at });

export const refuse = (refusal: Refusal): Outcome => ({ result: 'refused', refusal });

/** The sessions a command can change; the store locks them, in id order, before anything is read. */
export function sessionsOf(command: Command): SessionId[] {
  return command.type === 'move' && command.toSessionId !== command.sessionId
    ? [command.sessionId, command.toSessionId]
    : [command.sessionId];
}

/** The rows a command names, that must be read whatever session they are in. */
export function rowsOf(command: Command): RegistrationId[] {
  if (command.type === 'adjust') return command.displace ?? [];
  return 'registrationId' in command && command.type !== 'register' ? [command.registrationId] : [];
}

/** Places that a command can at most free in its session, so that as many of the line are read. */
export function mayFree(command: Command, capacityNow: number): number {
  if (command.type === 'cancel' || command.type === 'move') return 1;
  if (command.type !== 'adjust') return 0;
  // Places taken from people in this batch may be given back in it.
  return Math.max(0, command.capacity - capacityNow) + (command.displace?.length ?? 0);
}
