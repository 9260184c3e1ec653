/** Staff give somebody who waits a seat, or offer it to them, out of turn. */
import { grantedOutcome, refuse, type Admit, type Outcome } from './commands';
import { quotaLeft } from './quota';
import { happened, lockedSessionOf, registrationFor, type BatchWork } from './state';
import { acceptOffer, freeSeat, giveSeat } from './waitlist';
import { overBecause } from './window';

/**
 * Books or offers a seat for somebody on the waiting list. A session never holds more than its capacity: where no seat
 * is free, it gets one more, or nothing happens.
 *
 * @returns `unchanged` where somebody who is to be offered a seat has an offer already; `not-active` where the programme
 *   offers no seats but books them
 */
export function admit(work: BatchWork, command: Admit): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (command.by !== 'staff' || row.status !== 'waitlist') return refuse('not-active');
  const state = lockedSessionOf(work, row.sessionId);
  const { session } = state;
  if (row.offerUntil !== null) {
    if (command.as === 'booked') return acceptOffer(work, row, state, command.by);
    return grantedOutcome('unchanged', row, work.now);
  }
  const over = overBecause(session, work.now);
  if (over) return refuse(over);
  if (command.as === 'offered' && session.rules.offerMinutes === null) return refuse('not-active');
  if (quotaLeft(work.state, session) <= 0) return refuse('quota-full');
  if (session.held >= session.capacity) {
    if (!command.addSeat) return refuse('full');
    session.capacity += 1;
    happened(work, session.id, 'adjusted');
  }
  freeSeat(work, state, row);
  giveSeat(work, state, row, command);
  return grantedOutcome(command.as, row, work.now);
}
