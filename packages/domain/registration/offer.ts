/**
 * Offers of a seat: when a hold begins, what becomes of an offer that nobody could be told of, and seats that staff give
 * or offer out of turn.
 */
import { afterWakingTime } from '../notice';
import { MINUTE } from '../time';
import { grantedOutcome, refuse, type Admit, type Deliver, type Outcome, type SettleOffer } from './commands';
import { quotaLeft } from './quota';
import { changed, happened, lockedSessionOf, readRegistration, registrationFor, type BatchWork } from './state';
import { isUndelivered } from './types';
import { acceptOffer, freeSeat, giveSeat, joinWaitlist, passOnFrom, promoteNext } from './waitlist';
import { overBecause } from './window';

/**
 * Until when a hold runs that begins at an instant: for the programme's time outside the quiet hours, at the latest until
 * the session begins.
 *
 * @param from milliseconds since the epoch
 */
export const holdEndsAt = (
  { startsAt, offerMinutes }: { startsAt: number; offerMinutes: number | null },
  from: number,
): number => (offerMinutes === null ? startsAt : Math.min(afterWakingTime(from, offerMinutes * MINUTE), startsAt));

/**
 * Begins the hold of an offer: from now on the person has the programme's time to answer, in which quiet hours don't
 * count, and at the latest until the session begins. Delivering twice is the same as once. Once the session has begun
 * nobody else could use the seat, so the offer stays.
 */
export function deliver(work: BatchWork, command: Deliver): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  const { session } = lockedSessionOf(work, row.sessionId);
  if (isUndelivered(row) && work.now < session.startsAt) {
    row.offerUntil = holdEndsAt({ startsAt: session.startsAt, offerMinutes: session.rules.offerMinutes }, work.now);
    row.passOnFrom = null;
    session.nextOfferAt = Math.min(session.nextOfferAt ?? row.offerUntil, row.offerUntil);
    changed(work, row, 'delivered', command.by, { offerUntil: row.offerUntil });
  }
  return grantedOutcome('unchanged', row, work.now);
}

/**
 * Staff decide about an offer that wasn't delivered in time. Whose offer is passed on stays on the waiting list: she and
 * the next person change places, so the next seat is hers.
 *
 * @returns `offer-not-due` where the offer was delivered meanwhile, or may still be; `nobody-waiting` where there is
 *   nobody to pass it on to
 */
export function settleOffer(work: BatchWork, command: SettleOffer): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (command.by !== 'staff' || row.status !== 'waitlist' || row.offerUntil === null) return refuse('not-active');
  if (row.passOnFrom === null || work.now < row.passOnFrom) return refuse('offer-not-due');
  const state = lockedSessionOf(work, row.sessionId);
  const { session } = state;
  if (session.state !== 'open') return refuse('session-cancelled');
  if (work.now >= session.startsAt) return refuse('closed');
  if (command.decision === 'wait') {
    row.passOnFrom = passOnFrom(session, work.now);
    changed(work, row, 'offer-prolonged', 'staff');
    return grantedOutcome('offered', row, work.now);
  }
  const [nextId] = state.waitlist;
  if (nextId === undefined) return refuse('nobody-waiting');
  const next = readRegistration(work, nextId);
  freeSeat(work, state, row);
  // Somebody whose booked seat was taken away stands before everybody in any case.
  if (next.displacedAt === null)
    [row.queueNumber, next.queueNumber] = [
      Math.max(row.queueNumber, next.queueNumber),
      Math.min(row.queueNumber, next.queueNumber),
    ];
  joinWaitlist(work, state, row);
  changed(work, row, 'passed-on', 'staff');
  promoteNext(work, state);
  return grantedOutcome('passed-on', row, work.now);
}

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
