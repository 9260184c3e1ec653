/** The waiting list: who is promoted next, and which offers have lapsed. */
import type { Actor } from './commands';
import { discountPerson } from './people';
import { countSeat, quotaLeft } from './quota';
import { MINUTE } from '../time';
import { changed, readRegistration, lockedSessionOf, type LockedSession, type BatchWork } from './state';
import { holdsSeat, type Registration } from './types';

/** Ends a registration: everything it holds is given up, and its seat goes to the next person on the waiting list. */
export function releaseRegistration(
  work: BatchWork,
  row: Registration,
  by: Actor,
  type: 'cancelled' | 'offer-expired',
): void {
  const state = lockedSessionOf(work, row.sessionId);
  const lapsed = type === 'offer-expired' && row.offerUntil !== null ? { offerUntil: row.offerUntil } : {};
  freeSeat(work, state, row);
  if (row.activeKey) work.state.byActiveKey.delete(row.activeKey);
  if (row.limitKey && row.limitSlot !== null) work.state.slots.get(row.limitKey)?.delete(row.limitSlot);
  discountPerson(work.state, row);
  const noKeys = { activeKey: null, limitKey: null, limitSlot: null, personKey: null, phoneKey: null };
  Object.assign(row, { status: 'cancelled', offerUntil: null, ...noKeys });
  changed(work, row, type, by, lapsed);
  promoteNext(work, state);
}

/** Takes a registration out of its session's counters, waiting list and offers. Nobody is promoted yet. */
export function freeSeat(work: BatchWork, state: LockedSession, row: Registration): void {
  if (holdsSeat(row)) countSeat(work.state, state.session, -1);
  else if (row.status === 'waitlist') state.session.waiting -= 1;
  const remove = (list: string[]) => {
    const at = list.indexOf(row.id);
    if (at >= 0) list.splice(at, 1);
  };
  remove(state.waitlist);
  remove(state.offers);
}

/**
 * Gives free seats to the first people on the waiting list, until there is no seat or nobody waits. Where the programme
 * says so, the seat is offered and not booked: it is held until the person accepts or the offer lapses.
 *
 * @throws where the store read fewer of the waiting list than seats became free
 */
export function promoteNext(work: BatchWork, state: LockedSession): void {
  const { session } = state;
  if (session.state !== 'open' || work.now >= session.startsAt) return;
  while (session.held < session.capacity && session.waiting > 0 && quotaLeft(work.state, session) > 0) {
    const row = work.state.registrations.get(state.waitlist.shift() ?? '');
    if (!row) throw new Error('The waiting list was not read far enough.');
    session.waiting -= 1;
    countSeat(work.state, session, 1);
    const { offerMinutes } = session.rules;
    if (offerMinutes === null) {
      row.status = 'booked';
      changed(work, row, 'promoted', 'service');
    } else {
      // An offer lapses at the latest when the session begins: nobody could use it afterwards.
      row.offerUntil = Math.min(work.now + offerMinutes * MINUTE, session.startsAt);
      session.nextOfferAt = Math.min(session.nextOfferAt ?? row.offerUntil, row.offerUntil);
      state.offers.push(row.id);
      changed(work, row, 'offered', 'service', { offerUntil: row.offerUntil });
    }
  }
}

/** Ends the offers of a session that have lapsed; their seats go to the next people on the waiting list. */
export function expireOffers(work: BatchWork, state: LockedSession): void {
  const { session } = state;
  if (session.nextOfferAt === null || session.nextOfferAt > work.now) return;
  work.sessions.add(session.id);
  const rows = state.offers.map((id) => readRegistration(work, id));
  session.nextOfferAt = null;
  const due = rows.filter(({ offerUntil }) => offerUntil !== null && offerUntil <= work.now);
  for (const row of due) releaseRegistration(work, row, 'service', 'offer-expired');
  for (const row of rows) {
    if (row.offerUntil !== null) session.nextOfferAt = Math.min(session.nextOfferAt ?? Infinity, row.offerUntil);
  }
}
