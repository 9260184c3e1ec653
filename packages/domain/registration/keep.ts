/** What happens to a registration after it was made: given back, attended, missed. */
import { granted, refuse, type Attend, type Cancel, type Move, type Outcome } from './commands';
import { release } from './line';
import { changed, type SessionState, type Work } from './state';
import type { Registration, RegistrationStatus } from './types';

/** The row a command is about, if the asker may touch it and it is still where they saw it. */
export function find(work: Work, command: Cancel | Move | Attend): { row: Registration } | Outcome {
  const row = work.state.registrations.get(command.registrationId);
  if (!row || (command.by === 'owner' && row.accountId !== command.accountId)) return refuse('not-found');
  // Moved between being seen and being locked: its session may not be locked, so it must be looked at again.
  if (row.sessionId !== command.sessionId) return refuse('stale');
  return { row };
}

/** Gives a place back; the first in line gets it in the same step. Giving it back twice is the same as once. */
export function cancel(work: Work, command: Cancel): Outcome {
  const found = find(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status !== 'cancelled') {
    const { session } = work.state.sessions.get(row.sessionId) as SessionState;
    const isOpen = row.status === 'booked' || row.status === 'waitlist';
    if (!isOpen && command.by !== 'service') return refuse('not-active');
    // Leaving a waiting list is always possible, and so is taking one's data back ('service').
    if (row.status === 'booked' && command.by === 'owner' && work.now >= session.cancelUntil) return refuse('too-late');
    release(work, row, command.by, 'cancelled');
  }
  return granted('cancelled', row, work.now);
}

/** From which states the day's states can be reached; a slip can be taken back. */
const reachableFrom: Record<Attend['to'], RegistrationStatus[]> = {
  booked: ['checked-in', 'noshow'],
  'checked-in': ['booked', 'noshow', 'fulfilled'],
  fulfilled: ['checked-in', 'booked'],
  noshow: ['booked', 'checked-in'],
};

export function attend(work: Work, command: Attend): Outcome {
  const found = find(work, command);
  if ('result' in found) return found;
  const { row } = found;
  // Somebody else was first: a pass that was used already is told from one that just was.
  if (row.status === command.to) return granted('unchanged', row, work.now);
  if (command.by !== 'staff' || !reachableFrom[command.to].includes(row.status)) return refuse('not-active');
  row.status = command.to;
  changed(work, row, 'attended', command.by);
  return granted('attended', row, work.now);
}
