/** Staff change a session's capacity, or call it off. */
import { refuse, type Adjust, type CallOff, type Outcome } from './commands';
import { changed, happened, lockedSessionOf, type LockedSession, type BatchWork } from './state';
import { holdsSeat, type Registration } from './types';
import { endRegistration, freeSeat, joinWaitlist, promoteNext } from './waitlist';

/** Somebody who came keeps their seat for good; somebody who only holds one can lose it. */
const canLose = (row: Registration): boolean =>
  holdsSeat(row) && (row.status === 'booked' || row.status === 'waitlist');

/**
 * Changes a session's capacity; new seats go to the waiting list at once. Only registrations that the command names lose
 * their seats, and they are named only where the capacity falls below the seats taken.
 */
export function adjust(work: BatchWork, command: Adjust): Outcome {
  const state = lockedSessionOf(work, command.sessionId);
  const { session } = state;
  const displaced = [...new Set(command.displace)];
  const left = session.held - displaced.length;
  if (command.capacity < left) return refuse('below-taken');
  // Somebody signed up or cancelled since staff were shown who would lose their seat.
  if (displaced.length > 0 && command.capacity !== left) return refuse('stale');
  const rows = displaced.map((id) => work.state.registrations.get(id));
  const isTrue = (row?: Registration): row is Registration => row?.sessionId === session.id && canLose(row);
  if (!rows.every(isTrue)) return refuse('stale');
  for (const row of rows) displace(work, state, row);
  const waitlistSize = Math.max(command.waitlistSize, session.waiting);
  Object.assign(session, { capacity: command.capacity, waitlistSize });
  happened(work, session.id, 'adjusted');
  promoteNext(work, state);
  return { result: 'done', sessionId: session.id };
}

/**
 * Puts somebody who had a seat onto the waiting list: who was booked before everybody else, to be booked again and not
 * asked first; who only held an offer in the order of their arrival. A
 * seat that was kept for a proof is given up.
 */
function displace(work: BatchWork, state: LockedSession, row: Registration): void {
  if (row.awaitsProof) return endRegistration(work, row, 'service', 'proof-expired');
  freeSeat(work, state, row);
  if (row.status === 'booked') row.displacedAt = work.now;
  joinWaitlist(work, state, row);
  changed(work, row, 'displaced', 'staff');
}

/** Calls a session off: nobody can sign up, move into it or be promoted any more. Calling it off twice is the same as once. */
export function callOff(work: BatchWork, command: CallOff): Outcome {
  const { session } = lockedSessionOf(work, command.sessionId);
  if (session.state !== 'cancelled') {
    session.state = 'cancelled';
    happened(work, session.id, 'called-off');
  }
  return { result: 'done', sessionId: session.id };
}
