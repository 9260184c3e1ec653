/** A session's size, and that it doesn't take place. */
import { refuse, type Adjust, type CallOff, type Outcome } from './commands';
import { passOn, vacate } from './line';
import { changed, type Happening, type SessionState, type Work } from './state';
import { holdsPlace, type Registration } from './types';

/** Notes something that happened to a session as a whole. */
function happened(work: Work, sessionId: string, type: Happening['type']): void {
  const { staff } = work;
  work.sessions.add(sessionId);
  work.happenings.push({ type, registrationId: null, sessionId, accountId: null, by: 'staff', staff, status: null });
}

/** Who came has their place for good; who only holds one can lose it. */
const canLose = (row: Registration): boolean =>
  holdsPlace(row) && (row.status === 'booked' || row.status === 'waitlist');

/**
 * Changes a session's size; new places go to those in line. Nobody loses a place but those who are named, and they are
 * named only where there are to be fewer places than are taken.
 */
export function adjust(work: Work, command: Adjust): Outcome {
  const state = work.state.sessions.get(command.sessionId) as SessionState;
  const { session } = state;
  const displaced = [...new Set(command.displace)];
  const left = session.held - displaced.length;
  if (command.capacity < left) return refuse('below-taken');
  // Somebody came or went since it was asked whom it hits.
  if (displaced.length > 0 && command.capacity !== left) return refuse('stale');
  const rows = displaced.map((id) => work.state.registrations.get(id));
  const isTrue = (row?: Registration): row is Registration => row?.sessionId === session.id && canLose(row);
  if (!rows.every(isTrue)) return refuse('stale');
  for (const row of rows) displace(work, state, row);
  const waitlistSize = Math.max(command.waitlistSize, session.waiting);
  Object.assign(session, { capacity: command.capacity, waitlistSize });
  happened(work, session.id, 'adjusted');
  passOn(work, state);
  return { result: 'done', sessionId: session.id };
}

/** Puts somebody who had a place into the line, where their arrival puts them. */
function displace(work: Work, state: SessionState, row: Registration): void {
  vacate(work, state, row);
  Object.assign(row, { status: 'waitlist', offerUntil: null });
  state.session.waiting += 1;
  const before = state.line.findIndex((id) => (work.state.registrations.get(id) as Registration).place > row.place);
  state.line.splice(before < 0 ? state.line.length : before, 0, row.id);
  changed(work, row, 'displaced', 'staff');
}

/** From this moment nobody can sign up or move into it, and nobody moves up. Doing it twice is the same as once. */
export function callOff(work: Work, command: CallOff): Outcome {
  const { session } = work.state.sessions.get(command.sessionId) as SessionState;
  if (session.state !== 'cancelled') {
    session.state = 'cancelled';
    happened(work, session.id, 'called-off');
  }
  return { result: 'done', sessionId: session.id };
}
