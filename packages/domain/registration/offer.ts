/** An offered seat: when its hold begins, and what becomes of an offer that nobody could be told of. */
import { afterWakingTime } from '../notice';
import { MINUTE } from '../time';
import { grantedOutcome, refuse, type Deliver, type Outcome, type SettleOffer } from './commands';
import { changed, lockedSessionOf, readRegistration, registrationFor, type BatchWork } from './state';
import { isUndelivered } from './types';
import { freeSeat, joinWaitlist, passOnFrom, promoteNext } from './waitlist';

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
    const { offerMinutes } = session.rules;
    const answerBy = offerMinutes === null ? session.startsAt : afterWakingTime(work.now, offerMinutes * MINUTE);
    row.offerUntil = Math.min(answerBy, session.startsAt);
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
