/** A telephone number is proved, or isn't in time: until then a free seat is kept, and nobody is told of it. */
import { refuse, type Outcome, type Prove } from './commands';
import { MINUTE } from '../time';
import { lockedSessionOf, registrationFor, type BatchWork } from './state';
import { acceptOffer } from './waitlist';

/** For how long a seat is kept for a number to be proved: a code that is good for ten minutes, and time to ask for it. */
export const PROOF_TIME = 15 * MINUTE;

/**
 * Books the seat that is kept for a proof. Proving twice is the same as once.
 *
 * @returns `not-active` where the time for it is over, and the seat somebody else's
 */
export function prove(work: BatchWork, command: Prove): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status === 'cancelled') return refuse('not-active');
  return acceptOffer(work, row, lockedSessionOf(work, row.sessionId), command.by, { proven: true });
}
