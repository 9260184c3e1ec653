/** How a session stands at a given moment. */
import type { EngineRefusal } from './commands';
import type { Session } from './types';

/** The states in which people see a session; the first that applies counts. */
export const sessionStates = ['cancelled', 'past', 'closed', 'upcoming', 'open', 'waitlist', 'full'] as const;
export type SessionStatus = (typeof sessionStates)[number];

type Times = Pick<Session, 'state' | 'opensAt' | 'closesAt' | 'endsAt' | 'publicFrom'>;
type Counts = Pick<Session, 'capacity' | 'waitlistSize' | 'held' | 'waiting'>;

/** Whether a session is a draft that only staff see, or one whose time to be public hasn't come. */
export const isDraft = ({ publicFrom = 0 }: Pick<Session, 'publicFrom'>, now: number): boolean =>
  publicFrom === null || now < publicFrom;

/** Why nobody can sign up now, however many seats are left; null where people can. */
export function closedBecause(session: Times, now: number): EngineRefusal | null {
  const { state, opensAt, closesAt } = session;
  if (state === 'cancelled') return 'session-cancelled';
  if (isDraft(session, now) || now < opensAt) return 'not-open-yet';
  return now >= closesAt ? 'closed' : null;
}

/** Why not even staff can sign anybody up; null where the session is public, takes place and isn't over. */
export function overBecause(session: Times, now: number): EngineRefusal | null {
  if (session.state === 'cancelled') return 'session-cancelled';
  // Whoever were in it would have a place in something that no phone shows.
  if (isDraft(session, now)) return 'not-open-yet';
  return now >= session.endsAt ? 'closed' : null;
}

/** Seats bookable now; 0 while anybody is waitlisted, because nobody overtakes the waiting list. */
export const seatsLeft = ({ capacity, held, waiting }: Counts): number =>
  waiting > 0 ? 0 : Math.max(0, capacity - held);

/** @example viewOf(session, Date.now()) // 'waitlist': no seat is left and the waiting list is open */
export function viewOf(session: Times & Counts, now: number): SessionStatus {
  if (session.state === 'cancelled') return 'cancelled';
  if (now >= session.endsAt) return 'past';
  const closed = closedBecause(session, now);
  if (closed) return closed === 'not-open-yet' ? 'upcoming' : 'closed';
  if (seatsLeft(session) > 0) return 'open';
  return session.waiting < session.waitlistSize ? 'waitlist' : 'full';
}
