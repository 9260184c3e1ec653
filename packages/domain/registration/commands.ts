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
  /** The device in this programme, as a keyed hash; left out or null where it isn't known. */
  deviceKey?: string | null;
  /** The programme asks for a proof of the telephone number: until when a free seat is kept for it. */
  proveBy?: number;
  /** The number has been proved, so that the device counts for nothing. */
  proven?: boolean;
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
  /** Staff do what the person asked them to: it counts as her own decision, and she needn't be told of it. */
  onBehalf?: boolean;
  /** Why the union ends it, sealed: it goes with the notice of it, and the engine only passes it on. */
  reason?: string;
}

/** Moves a registration to another session, or accepts the seat that is offered to it (`toSessionId` is its own). */
export interface Move extends AboutRegistration {
  type: 'move';
  toSessionId: SessionId;
  /** The person's active key in the target session. */
  toActiveKey: string;
}

/** The telephone number of a registration was proved: the seat that is kept for it is booked. */
export interface Prove extends AboutRegistration {
  type: 'prove';
}

/** An offer has been delivered: its hold begins. The service sends it where a notice was confirmed. */
export interface Deliver extends AboutRegistration {
  type: 'deliver';
}

/** Staff decide about an offer that could not be delivered in time: `wait` once more as long, or `next` gets the seat. */
export interface SettleOffer extends AboutRegistration {
  type: 'settle-offer';
  decision: 'wait' | 'next';
}

/** Staff give somebody on the waiting list a seat, or offer it, whoever else waits. */
export interface Admit extends AboutRegistration {
  type: 'admit';
  as: 'booked' | 'offered';
  /** Where no seat is free the session gets one more; without it the command is refused as `full`. */
  addSeat: boolean;
}

/** Staff correct whom a registration is for; both texts are sealed, and only kept. */
export interface Correct extends AboutRegistration {
  type: 'correct';
  toActiveKey: string;
  limitKey: string;
  phoneKey: string | null;
  /** The person as corrected. */
  sealed: string;
  /** Whether the corrected person has a telephone besides the account's, and so is told of changes herself. */
  ownPhone: boolean;
  /** The person as it was, for the audit trail. */
  before: string;
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
   * else the command is refused as `stale`. Those who were booked wait ahead of everybody else, and are booked again
   * where a seat becomes free.
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

export type Command =
  Register | Cancel | Move | Prove | Deliver | SettleOffer | Admit | Correct | Attend | Adjust | CallOff | Expire;

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
  'offer-not-due',
  'nobody-waiting',
  'key-reused',
  'stale',
] as const;
export type EngineRefusal = (typeof refusals)[number];

/**
 * Why a sign-up is held. `claim`: another account has a place for this person; `device`: the device holds places for as
 * many people as one may; `proof`: the telephone number has to be proved; `phone`: other accounts hold places with the
 * number for as many people as one may. Only staff read it.
 */
export const heldCauses = ['claim', 'device', 'proof', 'phone'] as const;
export type HeldCause = (typeof heldCauses)[number];

export type Outcome =
  | {
      result:
        | 'booked'
        | 'waitlist'
        /** A seat is kept until the telephone number is proved. */
        | 'reserved'
        | 'moved'
        | 'unchanged'
        | 'cancelled'
        | 'attended'
        | 'offered'
        | 'passed-on'
        | 'corrected';
      registrationId: RegistrationId;
      sessionId: SessionId;
      status: RegistrationStatus;
      /** How many people are in front on the waiting list. */
      ahead: number;
      /** When it was decided, in milliseconds since the epoch. */
      at: number;
    }
  | { result: 'exists'; registrationId: RegistrationId; sessionId: SessionId; mine: boolean }
  /** Nothing changed: somebody has to prove or to settle something first. */
  | { result: 'held'; sessionId: SessionId; cause?: HeldCause }
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

/** The active key that a command takes in a session: whoever has it must be read. Null where it takes none. */
export function activeKeyTakenBy(command: Command): string | null {
  if (command.type === 'register') return command.activeKey;
  return command.type === 'move' || command.type === 'correct' ? command.toActiveKey : null;
}

/** The limit key under which a command may take a slot; null where it takes none. */
export const limitKeyTakenBy = (command: Command): string | null =>
  command.type === 'register' || command.type === 'correct' ? command.limitKey : null;

/** How far a command can reach into its session's waiting list: the store reads that much of it. */
export function mayFree(command: Command, capacityNow: number): number {
  if (['cancel', 'move', 'settle-offer', 'admit'].includes(command.type)) return 1;
  if (command.type !== 'adjust') return 0;
  // Seats that this batch takes from people may be freed again in it.
  return Math.max(0, command.capacity - capacityNow) + (command.displace?.length ?? 0);
}
