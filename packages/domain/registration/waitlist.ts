/** The waiting list: who is promoted next, and which offers have lapsed. */
import { grantedOutcome, refuse, type Actor, type Cancel, type Outcome } from './commands';
import { discountPerson } from './people';
import { countSeat, quotaLeft } from './quota';
import { afterWakingTime } from '../notice';
import { MINUTE } from '../time';
import { changed, readRegistration, lockedSessionOf, type LockedSession, type BatchWork } from './state';
import { byTurn, holdsSeat, isUndelivered, type CancelCause, type Registration, type Session } from './types';
import { overBecause } from './window';

type Ending = 'cancelled' | 'offer-expired' | 'proof-expired';

/** Whether staff do what the person asked them to, and why the union ends it where it says so. */
type Circumstances = Pick<Cancel, 'onBehalf' | 'reason'>;

/** Ends a registration: everything it holds is given up, and its seat goes to the next person on the waiting list. */
export function releaseRegistration(
  work: BatchWork,
  row: Registration,
  by: Actor,
  type: Ending,
  circumstances: Circumstances = {},
): void {
  endRegistration(work, row, by, type, circumstances);
  promoteNext(work, lockedSessionOf(work, row.sessionId));
}

/** As {@link releaseRegistration}; nobody is promoted yet. */
export function endRegistration(
  work: BatchWork,
  row: Registration,
  by: Actor,
  type: Ending,
  { onBehalf = false, reason }: Circumstances = {},
): void {
  const state = lockedSessionOf(work, row.sessionId);
  const lapsed = type !== 'cancelled' && row.offerUntil !== null ? { offerUntil: row.offerUntil } : {};
  freeSeat(work, state, row);
  if (row.activeKey) work.state.byActiveKey.delete(row.activeKey);
  if (row.limitKey && row.limitSlot !== null) work.state.slots.get(row.limitKey)?.delete(row.limitSlot);
  discountPerson(work.state, row);
  const cause: CancelCause =
    type !== 'cancelled'
      ? 'lapsed'
      : state.session.state === 'cancelled'
        ? 'session'
        : by === 'staff' && !onBehalf
          ? 'union'
          : 'owner';
  const noKeys = { activeKey: null, limitKey: null, limitSlot: null, personKey: null, phoneKey: null, deviceKey: null };
  const noTurn = { offerUntil: null, passOnFrom: null, displacedAt: null };
  Object.assign(row, { status: 'cancelled', cancelCause: cause, ...noTurn, ...noKeys });
  changed(work, row, type, by, {
    ...lapsed,
    ...(onBehalf ? { onBehalf } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
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

/** Puts a registration that holds no seat any more onto its session's waiting list, where its turn is. */
export function joinWaitlist(work: BatchWork, state: LockedSession, row: Registration): void {
  Object.assign(row, { status: 'waitlist', offerUntil: null, passOnFrom: null });
  state.session.waiting += 1;
  const before = state.waitlist.findIndex((id) => byTurn(readRegistration(work, id), row) > 0);
  state.waitlist.splice(before < 0 ? state.waitlist.length : before, 0, row.id);
}

/** For how long staff wait for an offer to be delivered before they may pass its seat on, quiet hours not counted. */
export const passOnFrom = ({ rules, startsAt }: Pick<Session, 'rules' | 'startsAt'>, now: number): number =>
  rules.offerMinutes === null ? startsAt : afterWakingTime(now, rules.offerMinutes * MINUTE);

/** Books a seat for somebody who waited, or holds it until the offer is delivered and answered. */
export function giveSeat(
  work: BatchWork,
  state: LockedSession,
  row: Registration,
  { as, by }: { as: 'booked' | 'offered'; by: Actor },
): void {
  const { session } = state;
  countSeat(work.state, session, 1);
  row.displacedAt = null;
  if (as === 'booked') {
    row.status = 'booked';
    changed(work, row, 'promoted', by);
  } else {
    row.offerUntil = session.startsAt;
    row.passOnFrom = passOnFrom(session, work.now);
    state.offers.push(row.id);
    changed(work, row, 'offered', by);
  }
}

/**
 * Gives free seats to the first people on the waiting list, until there is no seat or nobody waits. Where the programme
 * says so, the seat is offered and not booked: it is held until the person accepts, or until the hold that begins with
 * the offer's delivery is over. Who was booked before is booked again.
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
    const asksFirst = session.rules.offerMinutes !== null && row.displacedAt === null;
    giveSeat(work, state, row, { as: asksFirst ? 'offered' : 'booked', by: 'service' });
  }
}

/**
 * Books the offered seat; a registration without an offer stays as it is. A seat that is kept for a proof is booked by
 * the proof, or by staff who know the person, and by nothing else.
 */
export function acceptOffer(
  work: BatchWork,
  row: Registration,
  state: LockedSession,
  by: Actor,
  { proven = by === 'staff' }: { proven?: boolean } = {},
): Outcome {
  if (row.awaitsProof && !proven) return refuse('not-active');
  if (row.offerUntil === null) return grantedOutcome('unchanged', row, work.now);
  // An offer that was never delivered has no hold that could have ended before.
  const over = overBecause(state.session, work.now);
  if (over) return refuse(over);
  const at = state.offers.indexOf(row.id);
  if (at >= 0) state.offers.splice(at, 1);
  Object.assign(row, { status: 'booked', offerUntil: null, passOnFrom: null, awaitsProof: false });
  changed(work, row, 'booked', by);
  return grantedOutcome('booked', row, work.now);
}

/**
 * Ends the offers of a session whose hold is over; their seats go to the next people on the waiting list. An offer that
 * hasn't been delivered is nobody's fault of whom it is made to: it stays.
 */
export function expireOffers(work: BatchWork, state: LockedSession): void {
  const { session } = state;
  if (session.nextOfferAt === null || session.nextOfferAt > work.now) return;
  work.sessions.add(session.id);
  const rows = state.offers.map((id) => readRegistration(work, id)).filter((row) => !isUndelivered(row));
  session.nextOfferAt = null;
  const due = rows.filter(({ offerUntil }) => offerUntil !== null && offerUntil <= work.now);
  for (const row of due) releaseRegistration(work, row, 'service', row.awaitsProof ? 'proof-expired' : 'offer-expired');
  for (const row of rows) {
    if (row.offerUntil !== null) session.nextOfferAt = Math.min(session.nextOfferAt ?? Infinity, row.offerUntil);
  }
}
