/** The waiting list: who comes next, and offers that lapse. */
import { MINUTE } from '../time';
import type { Actor } from './commands';
import { hold, quotaLeft } from './quota';
import { changed, type SessionState, type Work } from './state';
import { holdsPlace, type Registration } from './types';

/** Takes a registration out of everything it holds and passes its place on. */
export function release(work: Work, row: Registration, by: Actor, type: 'cancelled' | 'offer-expired'): void {
  const state = work.state.sessions.get(row.sessionId) as SessionState;
  vacate(work, state, row);
  if (row.activeKey) work.state.byActiveKey.delete(row.activeKey);
  if (row.limitKey) work.state.slots.get(row.limitKey)?.delete(row.limitSlot as number);
  Object.assign(row, { status: 'cancelled', offerUntil: null, activeKey: null, limitKey: null, limitSlot: null });
  changed(work, row, type, by);
  passOn(work, state);
}

/** Corrects the session's counters and line for a registration that leaves its place. */
export function vacate(work: Work, state: SessionState, row: Registration): void {
  if (holdsPlace(row)) hold(work.state, state.session, -1);
  else if (row.status === 'waitlist') state.session.waiting -= 1;
  const remove = (list: string[]) => {
    const at = list.indexOf(row.id);
    if (at >= 0) list.splice(at, 1);
  };
  remove(state.line);
  remove(state.offers);
}

/** Gives free places to the first in line, until there is no place or no line. */
export function passOn(work: Work, state: SessionState): void {
  const { session } = state;
  if (session.state !== 'open' || work.now >= session.startsAt) return;
  while (session.held < session.capacity && session.waiting > 0 && quotaLeft(work.state, session) > 0) {
    const row = work.state.registrations.get(state.line.shift() ?? '');
    if (!row) throw new Error('The line was not read far enough.');
    session.waiting -= 1;
    hold(work.state, session, 1);
    const { offerMinutes } = session.rules;
    if (offerMinutes === null) {
      row.status = 'booked';
      changed(work, row, 'promoted', 'service');
    } else {
      // An offer is no use once the session has begun.
      row.offerUntil = Math.min(work.now + offerMinutes * MINUTE, session.startsAt);
      session.nextOfferAt = Math.min(session.nextOfferAt ?? row.offerUntil, row.offerUntil);
      state.offers.push(row.id);
      changed(work, row, 'offered', 'service');
    }
  }
}

/** Ends the offers of a session whose time is up; their places go to the next in line. */
export function expireOffers(work: Work, state: SessionState): void {
  const { session } = state;
  if (session.nextOfferAt === null || session.nextOfferAt > work.now) return;
  work.sessions.add(session.id);
  const rows = state.offers.map((id) => work.state.registrations.get(id) as Registration);
  session.nextOfferAt = null;
  const due = rows.filter((row) => (row.offerUntil as number) <= work.now);
  for (const row of due) release(work, row, 'service', 'offer-expired');
  for (const row of rows) {
    if (row.offerUntil !== null) session.nextOfferAt = Math.min(session.nextOfferAt ?? Infinity, row.offerUntil);
  }
}
