/** How a session stands at a moment. */
import type { Refusal } from './commands';
import type { Session } from './types';

/** A session as people see it in a list, the first that applies. */
export const sessionStates = ['cancelled', 'past', 'closed', 'upcoming', 'open', 'waitlist', 'full'] as const;
export type SessionView = (typeof sessionStates)[number];

type Times = Pick<Session, 'state' | 'opensAt' | 'closesAt' | 'endsAt'>;
type Counts = Pick<Session, 'capacity' | 'waitlistSize' | 'held' | 'waiting'>;

/** Why nobody can sign up now, whatever places are left; null where one can. */
export function closedBecause({ state, opensAt, closesAt }: Times, now: number): Refusal | null {
  if (state === 'cancelled') return 'session-cancelled';
  if (now < opensAt) return 'not-open-yet';
  return now >= closesAt ? 'closed' : null;
}

/** Why not even staff can put anybody in: whatever the sign-up's hours, it takes place and isn't over. */
export const overBecause = ({ state, endsAt }: Times, now: number): Refusal | null =>
  state === 'cancelled' ? 'session-cancelled' : now >= endsAt ? 'closed' : null;

/** Places that somebody who signs up now would get. Nobody passes a waiting line. */
export const seatsLeft = ({ capacity, held, waiting }: Counts): number =>
  waiting > 0 ? 0 : Math.max(0, capacity - held);

/** @example viewOf(session, Date.now()) // 'waitlist': no place left, the waiting list is open */
export function viewOf(session: Times & Counts, now: number): SessionView {
  if (session.state === 'cancelled') return 'cancelled';
  if (now >= session.endsAt) return 'past';
  const closed = closedBecause(session, now);
  if (closed) return closed === 'not-open-yet' ? 'upcoming' : 'closed';
  if (seatsLeft(session) > 0) return 'open';
  return session.waiting < session.waitlistSize ? 'waitlist' : 'full';
}
