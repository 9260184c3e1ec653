/** The state that a batch of commands is decided on, and the decision that comes of it. */
import { refuse, type Actor, type Command, type Correct, type Outcome, type StoredOutcome } from './commands';
import type { AccountId, Registration, RegistrationId, Session, SessionId } from './types';

/** A locked session with the registrations that a command of this batch may reach. */
export interface LockedSession {
  session: Session;
  /**
   * The head of the waiting list, in the order of `byTurn`: at least as many registrations as seats can become free in this
   * batch.
   */
  waitlist: RegistrationId[];
  /** Every registration that holds an offer; filled in only where an offer may have lapsed. */
  offers: RegistrationId[];
}

/** Read under the lock. {@link decide} works on it in place: a state is for one batch. */
export interface EngineState {
  sessions: Map<SessionId, LockedSession>;
  /** Every registration that a command names, that a key below leads to, or that is on a waiting list or holds an offer. */
  registrations: Map<RegistrationId, Registration>;
  byActiveKey: Map<string, RegistrationId>;
  /** Which of the numbered slots that a person has in a programme are taken, by the person's limit key. */
  slots: Map<string, Set<number>>;
  /** Whom each account, telephone number and device of a `register` above holds places for: person keys by registration, by holder. */
  holders: Map<string, Map<RegistrationId, string>>;
  /** Seats held in all sessions that share a quota, by its key; every quota of a session above is here. */
  quotas: Map<string, number>;
  /** Commands that were answered before, by idempotency key. */
  answers: Map<string, StoredOutcome>;
}

/** Something that happened, for the audit trail and, where it says so, for a message to the person. */
export interface Happening {
  type:
    | 'booked'
    | 'waitlist'
    | 'promoted'
    | 'offered'
    | 'delivered'
    | 'offer-prolonged'
    | 'passed-on'
    | 'offer-expired'
    | 'proof-expired'
    | 'reserved'
    | 'moved'
    | 'cancelled'
    | 'corrected'
    | 'attended'
    | 'adjusted'
    | 'displaced'
    | 'called-off';
  registrationId: RegistrationId | null;
  sessionId: SessionId;
  accountId: AccountId | null;
  by: Actor;
  /** The member of staff who did it, where one did. */
  staff?: string | undefined;
  status: Registration['status'] | null;
  /** Of an offer whose hold began, and of one that lapsed: until when the seat was held. */
  offerUntil?: number | undefined;
  /** Of a registration whose telephone number nobody has proved: nobody is sent anything. */
  awaitsProof?: boolean | undefined;
  /** Of a move: the session that was left. */
  fromSessionId?: SessionId | undefined;
  /** Of a cancellation: staff did what the person asked them to. */
  onBehalf?: boolean | undefined;
  /** Of a cancellation by the union: why, sealed. */
  reason?: string | undefined;
  /** Of a correction: the person as it was, sealed. */
  before?: string | undefined;
}

/** A corrected person as the store keeps it: sealed, and whether there is a telephone of her own to be told on. */
export type CorrectedPerson = Pick<Correct, 'sealed' | 'ownPhone'>;

/** Everything to be written in the same transaction, before anybody is answered. */
export interface Decision {
  /** One outcome for each command, in the commands' order. */
  outcomes: Outcome[];
  created: Registration[];
  changed: Registration[];
  sessions: Session[];
  /** What is written of the person of each registration that was corrected. */
  corrected: Map<RegistrationId, CorrectedPerson>;
  /** New outcomes, to be stored with their keys. */
  answers: Map<string, StoredOutcome>;
  happenings: Happening[];
}

export const emptyState = (): EngineState => ({
  sessions: new Map(),
  registrations: new Map(),
  byActiveKey: new Map(),
  slots: new Map(),
  holders: new Map(),
  quotas: new Map(),
  answers: new Map(),
});

/** The state in the middle of a decision. */
export interface BatchWork {
  state: EngineState;
  now: number;
  /** The member of staff whose command is being decided. */
  staff?: string | undefined;
  created: Set<RegistrationId>;
  changed: Set<RegistrationId>;
  sessions: Set<SessionId>;
  corrected: Map<RegistrationId, CorrectedPerson>;
  happenings: Happening[];
}

export const startWork = (state: EngineState, now: number): BatchWork => ({
  state,
  now,
  created: new Set(),
  changed: new Set(),
  sessions: new Set(),
  corrected: new Map(),
  happenings: [],
});

/**
 * A session of the batch.
 *
 * @throws where the store did not lock and read it: deciding without it would overbook
 */
export function lockedSessionOf({ state }: Pick<BatchWork, 'state'>, id: SessionId): LockedSession {
  const found = state.sessions.get(id);
  if (!found) throw new Error(`Session ${id} was not read.`);
  return found;
}

/**
 * A registration of the batch.
 *
 * @throws where the store did not read it
 */
export function readRegistration({ state }: Pick<BatchWork, 'state'>, id: RegistrationId): Registration {
  const found = state.registrations.get(id);
  if (!found) throw new Error(`Registration ${id} was not read.`);
  return found;
}

/**
 * The registration that a command is about.
 *
 * @returns a refusal where whoever asks may not touch it (`not-found`, so that nobody learns of others' registrations),
 *   or where it was moved between being seen and being locked (`stale`: its session may not be locked, so the command
 *   must be read again)
 */
export function registrationFor(
  work: BatchWork,
  command: Extract<Command, { by: Actor }>,
): { row: Registration } | Outcome {
  const row = work.state.registrations.get(command.registrationId);
  if (!row || (command.by === 'owner' && row.accountId !== command.accountId)) return refuse('not-found');
  if (row.sessionId !== command.sessionId) return refuse('stale');
  return { row };
}

/** Records something that happened to a session as a whole. */
export function happened(work: BatchWork, sessionId: SessionId, type: Happening['type']): void {
  const { staff } = work;
  work.sessions.add(sessionId);
  work.happenings.push({ type, registrationId: null, sessionId, accountId: null, by: 'staff', staff, status: null });
}

/** Records that a registration changed, and what happened to it. */
export function changed(
  work: BatchWork,
  row: Registration,
  type: Happening['type'],
  by: Actor,
  more: Pick<Happening, 'offerUntil' | 'fromSessionId' | 'onBehalf' | 'reason' | 'before'> = {},
): void {
  row.updatedAt = work.now;
  if (!work.created.has(row.id)) work.changed.add(row.id);
  work.sessions.add(row.sessionId);
  const { id: registrationId, sessionId, accountId, status, awaitsProof } = row;
  const staff = by === 'staff' ? work.staff : undefined;
  const unproven = awaitsProof ? { awaitsProof } : {};
  work.happenings.push({ type, registrationId, sessionId, accountId, by, staff, status, ...unproven, ...more });
}
