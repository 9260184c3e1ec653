/** A registration is given back. */
import { grantedOutcome, refuse, type Cancel, type Outcome } from './commands';
import { registrationFor, lockedSessionOf, type BatchWork } from './state';
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
    releaseRegistration(work, row, command.by, 'cancelled', command.onBehalf);
  }
  return grantedOutcome('cancelled', row, work.now);
}
