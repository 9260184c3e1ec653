/** What happens to a registration after it is made: it is cancelled, or its owner comes to the session or doesn't. */
import { grantedOutcome, refuse, type Attend, type Cancel, type Outcome } from './commands';
import { changed, lockedSessionOf, registrationFor, type BatchWork } from './state';
import type { RegistrationStatus } from './types';
import { releaseRegistration } from './waitlist';

/**
 * Cancels a registration; the first person on the waiting list gets the seat in the same step. Cancelling twice is the
 * same as once.
 *
 * A waiting list can be left at any time, and the service, which acts where a person withdraws their data, ignores the
 * cancellation cutoff.
 */
export function cancel(work: BatchWork, command: Cancel): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status !== 'cancelled') {
    const { session } = lockedSessionOf(work, row.sessionId);
    const isOpen = row.status === 'booked' || row.status === 'waitlist';
    if (!isOpen && command.by !== 'service') return refuse('not-active');
    if (row.status === 'booked' && command.by === 'owner' && work.now >= session.cancelUntil) return refuse('too-late');
    releaseRegistration(work, row, command.by, 'cancelled', command);
  }
  return grantedOutcome('cancelled', row, work.now);
}

/** From which statuses each of the day's statuses can be reached. Every step can be taken back, so slips are mended. */
const reachableFrom: Record<Attend['to'], RegistrationStatus[]> = {
  booked: ['checked-in', 'noshow'],
  'checked-in': ['booked', 'noshow', 'fulfilled'],
  fulfilled: ['checked-in', 'booked'],
  noshow: ['booked', 'checked-in'],
};

/**
 * Records attendance. Only staff may.
 *
 * @returns `unchanged` where somebody else recorded it first, so that a pass that was used already is told from one
 *   that just was; `not-active` where the status can't be reached
 */
export function attend(work: BatchWork, command: Attend): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status === command.to) return grantedOutcome('unchanged', row, work.now);
  if (command.by !== 'staff' || !reachableFrom[command.to].includes(row.status)) return refuse('not-active');
  row.status = command.to;
  changed(work, row, 'attended', command.by);
  return grantedOutcome('attended', row, work.now);
}
