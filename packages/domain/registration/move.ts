/** A registration moves to another session. */
import { grantedOutcome, refuse, type Move, type Outcome } from './commands';
import { countSeat, quotaLeft } from './quota';
import { changed, registrationFor, lockedSessionOf, type LockedSession, type BatchWork } from './state';
import { holdsSeat, type Registration } from './types';
import { acceptOffer, freeSeat, promoteNext } from './waitlist';
import { closedBecause, overBecause, seatsLeft } from './window';

/**
 * Moves a registration to another session in one step: the old seat is given up only when the new one is certain, so a
 * session that is full or closed refuses and nothing is lost. A move to its own session accepts an offer.
 *
 * Where another account has a place for the same person there, a full or closed session refuses as it refuses everybody,
 * and one with a seat answers `held`, as a sign-up for that person is answered: staff settle whose it is.
 */
export function move(work: BatchWork, command: Move): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status !== 'booked' && row.status !== 'waitlist') return refuse('not-active');
  if (row.awaitsProof && command.by !== 'staff') return refuse('not-active');
  const from = lockedSessionOf(work, row.sessionId);
  if (command.toSessionId === row.sessionId) return acceptOffer(work, row, from, command.by);

  const to = lockedSessionOf(work, command.toSessionId);
  const refusal = refusalToMove(work, row, from, to, command);
  if (refusal) return refusal;
  freeSeat(work, from, row);
  work.sessions.add(from.session.id);
  if (row.activeKey !== null) work.state.byActiveKey.delete(row.activeKey);
  work.state.byActiveKey.set(command.toActiveKey, row.id);
  Object.assign(row, {
    sessionId: to.session.id,
    status: 'booked',
    offerUntil: null,
    passOnFrom: null,
    displacedAt: null,
    awaitsProof: false,
    queueNumber: to.session.nextQueueNumber,
    activeKey: command.toActiveKey,
  });
  to.session.nextQueueNumber += 1;
  countSeat(work.state, to.session, 1);
  changed(work, row, 'moved', command.by, { fromSessionId: from.session.id });
  promoteNext(work, from);
  return grantedOutcome('moved', row, work.now);
}

function refusalToMove(
  { state, now }: BatchWork,
  row: Registration,
  from: LockedSession,
  to: LockedSession,
  { by, toActiveKey }: Move,
): Outcome | null {
  if (to.session.programmeId !== row.programmeId) return refuse('other-programme');
  if (row.status === 'booked' && by === 'owner' && now >= from.session.cancelUntil) return refuse('too-late');
  const closed = by === 'staff' ? overBecause(to.session, now) : closedBecause(to.session, now);
  if (closed) return refuse(closed);
  const takenBy = state.byActiveKey.get(toActiveKey);
  const isOwn = by === 'staff' || state.registrations.get(takenBy ?? '')?.accountId === row.accountId;
  if (takenBy !== undefined && isOwn) return refuse('already-registered');
  if (seatsLeft(to.session) <= 0) return refuse('full');
  // Between sessions that share a quota the seat that is given up is the one that is taken.
  const freed = holdsSeat(row) && from.session.quota?.key === to.session.quota?.key ? 1 : 0;
  if (quotaLeft(state, to.session) + freed <= 0) return refuse('quota-full');
  return takenBy === undefined ? null : { result: 'held', sessionId: to.session.id, cause: 'claim' };
}
