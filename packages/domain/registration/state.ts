/** What a batch is decided on, and what comes of it. */
import type { Actor, Answer, Outcome } from './commands';
import type { AccountId, Registration, RegistrationId, Session, SessionId } from './types';

/** A locked session with the people a command of this batch may reach. */
export interface SessionState {
  session: Session;
  /** First in line, in order of arrival: at least as many as places can become free in this batch. */
  line: RegistrationId[];
  /** Everybody who holds an offer; filled in only where one may have lapsed. */
  offers: RegistrationId[];
}

/** Read under the lock. {@link decide} works on it in place: a state is for one batch. */
export interface EngineState {
  sessions: Map<SessionId, SessionState>;
  /** Every registration that a command names, that a key below leads to, or that stands in a line or an offer. */
  registrations: Map<RegistrationId, Registration>;
  byActiveKey: Map<string, RegistrationId>;
  /** Which of a person's places in a programme are taken. */
  slots: Map<string, Set<number>>;
  /** Places held in all sessions that share a quota, by its key; of every quota that a session above has. */
  quotas: Map<string, number>;
  /** Commands answered before, by key. */
  answers: Map<string, Answer>;
}

/** Something that happened, for the audit trail and, where it says so, for a message to the person. */
export interface Happening {
  type:
    | 'booked'
    | 'waitlist'
    | 'promoted'
    | 'offered'
    | 'offer-expired'
    | 'moved'
    | 'cancelled'
    | 'attended'
    | 'adjusted'
    | 'displaced'
    | 'called-off';
  registrationId: RegistrationId | null;
  sessionId: SessionId;
  accountId: AccountId | null;
  by: Actor;
  /** Which of the staff, where it was one. */
  staff?: string | undefined;
  status: Registration['status'] | null;
}

/** Everything to be written in the same transaction, before anybody is answered. */
export interface Decision {
  /** One a command, in their order. */
  outcomes: Outcome[];
  created: Registration[];
  changed: Registration[];
  sessions: Session[];
  /** New answers to keep with their keys. */
  answers: Map<string, Answer>;
  happenings: Happening[];
}

export const emptyState = (): EngineState => ({
  sessions: new Map(),
  registrations: new Map(),
  byActiveKey: new Map(),
  slots: new Map(),
  quotas: new Map(),
  answers: new Map(),
});

/** The state in the middle of a decision. */
export interface Work {
  state: EngineState;
  now: number;
  /** Who of the staff asks the command that is being decided. */
  staff?: string | undefined;
  created: Set<RegistrationId>;
  changed: Set<RegistrationId>;
  sessions: Set<SessionId>;
  happenings: Happening[];
}

export const startWork = (state: EngineState, now: number): Work => ({
  state,
  now,
  created: new Set(),
  changed: new Set(),
  sessions: new Set(),
  happenings: [],
});

/** Notes that a registration changed, and what happened to it. */
export function changed(work: Work, row: Registration, type: Happening['type'], by: Actor): void {
  row.updatedAt = work.now;
  if (!work.created.has(row.id)) work.changed.add(row.id);
  work.sessions.add(row.sessionId);
  const { id: registrationId, sessionId, accountId, status } = row;
  const staff = by === 'staff' ? work.staff : undefined;
  work.happenings.push({ type, registrationId, sessionId, accountId, by, staff, status });
}
