import { granted, refuse, type Move, type Outcome } from './commands';
import { find } from './keep';
import { passOn, vacate } from './line';
import { hold, quotaLeft } from './quota';
import { changed, type SessionState, type Work } from './state';
import { holdsPlace, type Registration } from './types';
import { closedBecause, overBecause, seatsLeft } from './window';

/**
 * Changes to another session in one step: the old place is given up only when the new one is certain, so a
 * session that is full or closed refuses and nothing is lost. To its own session it takes up an offer.
 */
export function move(work: Work, command: Move): Outcome {
  const found = find(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status !== 'booked' && row.status !== 'waitlist') return refuse('not-active');
  const from = work.state.sessions.get(row.sessionId) as SessionState;
  if (command.toSessionId === row.sessionId) return stay(work, row, from, command);

  const to = work.state.sessions.get(command.toSessionId) as SessionState;
  const no = refusalToMove(work, row, from, to, command);
  if (no) return no;
  vacate(work, from, row);
  work.sessions.add(from.session.id);
  work.state.byActiveKey.delete(row.activeKey as string);
  work.state.byActiveKey.set(command.toActiveKey, row.id);
  Object.assign(row, {
    sessionId: to.session.id,
    status: 'booked',
    offerUntil: null,
    place: to.session.nextPlace,
    activeKey: command.toActiveKey,
  });
  to.session.nextPlace += 1;
  hold(work.state, to.session, 1);
  changed(work, row, 'moved', command.by);
  passOn(work, from);
  return granted('moved', row, work.now);
}

function stay(work: Work, row: Registration, from: SessionState, { by }: Move): Outcome {
  const offered = row.offerUntil !== null;
  if (offered) {
    from.offers.splice(from.offers.indexOf(row.id) >>> 0, 1);
    Object.assign(row, { status: 'booked', offerUntil: null });
    changed(work, row, 'booked', by);
  }
  return granted(offered ? 'booked' : 'unchanged', row, work.now);
}

function refusalToMove(
  { state, now }: Work,
  row: Registration,
  from: SessionState,
  to: SessionState,
  { by, toActiveKey }: Move,
): Outcome | null {
  if (to.session.programmeId !== row.programmeId) return refuse('other-programme');
  if (row.status === 'booked' && by === 'owner' && now >= from.session.cancelUntil) return refuse('too-late');
  const closed = by === 'staff' ? overBecause(to.session, now) : closedBecause(to.session, now);
  if (closed) return refuse(closed);
  if (state.byActiveKey.has(toActiveKey)) return refuse('already-registered');
  if (seatsLeft(to.session) <= 0) return refuse('full');
  // Within a district the place that is given up is the one that is taken.
  const given = holdsPlace(row) && from.session.quota?.key === to.session.quota?.key ? 1 : 0;
  return quotaLeft(state, to.session) + given > 0 ? null : refuse('quota-full');
}
