/** The commands that the registration engine takes, and the outcomes that it answers. */
import type { AccountId, RegistrationId, RegistrationStatus, SessionId } from './types';

/** Who acts: the account's owner, the union's staff, or the service itself (offers that lapse, data withdrawn). */
export type Actor = 'owner' | 'staff' | 'service';

interface CommandEnvelope {
  /** The idempotency key: the same key is answered the same and takes effect once. Null for the service's own commands. */
  key: string | null;
  /** A digest of what was asked under that key; another question under the same key is refused. */
  fingerprint: string;
  /** The member of staff who asks, for the audit; left out where the owner or the service does. */
  staff?: string;
}

export interface Register extends CommandEnvelope {
  type: 'register';
  /** The id that the registration gets if the person has none in this session yet. */
  registrationId: RegistrationId;
  sessionId: SessionId;
  accountId: AccountId;
  activeKey: string;
  limitKey: string;
  /** The telephone number in this programme, as a keyed hash; null where there is none. */
  phoneKey: string | null;
  /** Staff sign people up before and after the sign-up period too, but never beyond the capacity. */
  by?: 'owner' | 'staff';
}

/** A command about a registration as it was last seen: the session it was in decides which sessions are locked. */
interface AboutRegistration extends CommandEnvelope {
  registrationId: RegistrationId;
  sessionId: SessionId;
  accountId: AccountId;
  by: Actor;
}

export interface Cancel extends AboutRegistration {
  type: 'cancel';
}

/** Moves a registration to another session, or accepts the seat that is offered to it (`toSessionId` is its own). */
export interface Move extends AboutRegistration {
  type: 'move';
  toSessionId: SessionId;
  /** The person's active key in the target session. */
  toActiveKey: string;
}

/** Records attendance; only staff send it. */
export interface Attend extends AboutRegistration {
  type: 'attend';
  to: 'booked' | 'checked-in' | 'fulfilled' | 'noshow';
}

/** Changes a session's capacity; only staff send it. */
export interface Adjust extends CommandEnvelope {
  type: 'adjust';
  sessionId: SessionId;
  capacity: number;
  waitlistSize: number;
  /**
   * The registrations that lose their seats where the capacity falls below the seats taken: exactly as many as it takes,
   * else the command is refused as `stale`. They keep their queue numbers, so they wait ahead of everybody else.
   */
  displace?: RegistrationId[];
}

/**
 * The session doesn't take place. Nobody can sign up or move into it from this moment; its registrations are cancelled
 * one by one afterwards.
 */
export interface CallOff extends CommandEnvelope {
  type: 'call-off';
  sessionId: SessionId;
}

/** Ends offers that have lapsed, so that their seats go to the next people. */
export interface Expire extends CommandEnvelope {
  type: 'expire';
  sessionId: SessionId;
}

export type Command = Register | Cancel | Move | Attend | Adjust | CallOff | Expire;

/** Why the engine refuses a command. */
export const refusals = [
  'not-found',
  'session-cancelled',
  'not-open-yet',
  'closed',
  'full',
  'quota-full',
  'limit-reached',
  'people-limit-reached',
  'too-late',
  'not-active',
  'already-registered',
  'other-programme',
  'below-taken',
  'key-reused',
  'stale',
] as const;
export type EngineRefusal = (typeof refusals)[number];

export type Outcome =
  | {
      result: 'booked' | 'waitlist' | 'moved' | 'unchanged' | 'cancelled' | 'attended';
      registrationId: RegistrationId;
      sessionId: SessionId;
      status: RegistrationStatus;
      /** How many people are in front on the waiting list. */
      ahead: number;
      /** When it was decided, in milliseconds since the epoch. */
      at: number;
    }
  | { result: 'exists'; registrationId: RegistrationId; sessionId: SessionId; mine: boolean }
  /** Somebody else's account has a place for this person: nothing changed, and staff have to settle whose it is. */
  | { result: 'held'; sessionId: SessionId }
  | { result: 'done'; sessionId: SessionId }
  | { result: 'refused'; refusal: EngineRefusal };

/** An outcome as it is stored with its idempotency key. */
export interface StoredOutcome {
  fingerprint: string;
  outcome: Outcome;
}

/** An outcome that says how a registration stands now. */
export const grantedOutcome = (
  result: Extract<Outcome, { status: RegistrationStatus }>['result'],
  row: { id: RegistrationId; sessionId: SessionId; status: RegistrationStatus },
  at: number,
  ahead = 0,
): Outcome => ({ result, registrationId: row.id, sessionId: row.sessionId, status: row.status, ahead, at });

export const refuse = (refusal: EngineRefusal): Outcome => ({ result: 'refused', refusal });

/** The sessions that a command can change; the store locks them, in id order, before it reads anything. */
export function sessionsOf(command: Command): SessionId[] {
  return command.type === 'move' && command.toSessionId !== command.sessionId
    ? [command.sessionId, command.toSessionId]
    : [command.sessionId];
}

/** The registrations that a command names; they must be read whatever session they are in. */
export function namedRowsOf(command: Command): RegistrationId[] {
  if (command.type === 'adjust') return command.displace ?? [];
  return 'registrationId' in command && command.type !== 'register' ? [command.registrationId] : [];
}

/** The most seats that a command can free in its session: the store reads that many of the waiting list. */
export function mayFree(command: Command, capacityNow: number): number {
  if (command.type === 'cancel' || command.type === 'move') return 1;
  if (command.type !== 'adjust') return 0;
  // Seats that this batch takes from people may be freed again in it.
  return Math.max(0, command.capacity - capacityNow) + (command.displace?.length ?? 0);
}
