/** A person signs up for a session. */
import { grantedOutcome, refuse, type Outcome, type Register } from './commands';
import { accountHolder, countPerson, holdsFor, isNumberFull, mayHoldFor } from './people';
import { countSeat, quotaLeft } from './quota';
import { changed, lockedSessionOf, type BatchWork } from './state';
import type { Registration } from './types';
import { closedBecause, overBecause, seatsLeft } from './window';

/**
 * Signs a person up: a seat where there is one, else the waiting list, else a refusal. Who made the registration gets
 * `exists`, even after the sign-up has closed, and so do staff.
 *
 * Any other account is refused as if the person weren't registered, and where nothing refuses it the answer is `held`:
 * knowing somebody's number is no proof, so neither their place nor what a session says may be had for it.
 *
 * An account beyond the programme's people is refused. A device beyond them is `held`: a volunteer's tablet signs up
 * many. So is a telephone number, whose other people are other accounts': refused, two invented people on a woman's
 * number would tell that she is the third. Where the programme asks for a proof (`proveBy`) a free seat is `reserved`
 * for it, and the waiting list is joined after it.
 */
export function register(work: BatchWork, command: Register): Outcome {
  const { state, now } = work;
  const { session, waitlist, offers } = lockedSessionOf(work, command.sessionId);
  const held = state.registrations.get(state.byActiveKey.get(command.activeKey) ?? '');
  const by = command.by ?? 'owner';
  const mine = held?.accountId === command.accountId;
  const { deviceKey = null, proveBy } = command;
  if (held?.awaitsProof && mine && proveBy !== undefined) return grantedOutcome('reserved', held, now);
  if (held && (mine || by === 'staff'))
    return { result: 'exists', registrationId: held.id, sessionId: held.sessionId, mine };
  const closed = by === 'staff' ? overBecause(session, now) : closedBecause(session, now);
  if (closed) return refuse(closed);
  const slot = freeSlot(work, command.limitKey, session.rules.limitPerPerson);
  const { peopleLimit } = session.rules;
  const { limitKey: personKey, phoneKey } = command;
  const account = accountHolder({ programmeId: session.programmeId, accountId: command.accountId });
  if (slot === null && (by === 'staff' || holdsFor(state, account, personKey))) return refuse('limit-reached');
  if (by === 'owner' && !mayHoldFor(state, [account], personKey, peopleLimit)) return refuse('people-limit-reached');
  const free = seatsLeft(session) > 0;
  // A quota has no waiting list: a seat that another session of the district gives back would promote nobody.
  if (free && quotaLeft(state, session) <= 0) return refuse('quota-full');
  if (!free && session.waiting >= session.waitlistSize) return refuse('full');
  if (held || slot === null) return { result: 'held', sessionId: session.id, cause: 'claim' };
  const awaitsProof = by === 'owner' && proveBy !== undefined;
  const isDeviceCounted = by === 'owner' && !command.proven && deviceKey !== null;
  const isDeviceFull = isDeviceCounted && !mayHoldFor(state, [deviceKey], personKey, peopleLimit);
  const isPhoneFull = by === 'owner' && isNumberFull(state, { account, phoneKey, personKey }, peopleLimit);
  // Keeping seats for proofs that never come costs nothing, so a device does it for as many people as it may hold.
  if (awaitsProof && (!free || isDeviceFull || isPhoneFull))
    return { result: 'held', sessionId: session.id, cause: 'proof' };
  if (isPhoneFull) return { result: 'held', sessionId: session.id, cause: 'phone' };
  if (isDeviceFull) return { result: 'held', sessionId: session.id, cause: 'device' };

  const row: Registration = {
    id: command.registrationId,
    sessionId: session.id,
    programmeId: session.programmeId,
    accountId: command.accountId,
    status: free && !awaitsProof ? 'booked' : 'waitlist',
    queueNumber: session.nextQueueNumber,
    offerUntil: awaitsProof ? proveBy : null,
    passOnFrom: null,
    displacedAt: null,
    cancelCause: null,
    activeKey: command.activeKey,
    limitKey: session.rules.limitPerPerson === null ? null : command.limitKey,
    limitSlot: session.rules.limitPerPerson === null ? null : slot,
    personKey: command.limitKey,
    phoneKey: command.phoneKey,
    deviceKey,
    awaitsProof,
    createdAt: now,
    updatedAt: now,
  };
  const ahead = free ? 0 : session.waiting;
  session.nextQueueNumber += 1;
  if (free) countSeat(state, session, 1);
  else {
    session.waiting += 1;
    waitlist.push(row.id);
  }
  state.registrations.set(row.id, row);
  state.byActiveKey.set(command.activeKey, row.id);
  if (row.limitKey) slotsOf(work, row.limitKey).add(slot);
  countPerson(state, row);
  work.created.add(row.id);
  if (awaitsProof) {
    offers.push(row.id);
    session.nextOfferAt = Math.min(session.nextOfferAt ?? proveBy, proveBy);
    changed(work, row, 'reserved', by);
    return grantedOutcome('reserved', row, now);
  }
  changed(work, row, free ? 'booked' : 'waitlist', by);
  return grantedOutcome(free ? 'booked' : 'waitlist', row, now, ahead);
}

/**
 * The lowest numbered slot of the programme that this person doesn't hold; null where all are taken. Slots are numbered
 * so that a unique key on (person, number) keeps the limit even between processes that lock different sessions.
 */
export function freeSlot(work: BatchWork, limitKey: string, limit: number | null): number | null {
  if (limit === null) return 0;
  const taken = slotsOf(work, limitKey);
  for (let slot = 0; slot < limit; slot += 1) if (!taken.has(slot)) return slot;
  return null;
}

export function slotsOf({ state }: BatchWork, limitKey: string): Set<number> {
  const slots = state.slots.get(limitKey) ?? new Set<number>();
  state.slots.set(limitKey, slots);
  return slots;
}
