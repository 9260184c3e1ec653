/** Staff correct a name or number that was misspelt when somebody signed up. */
import { grantedOutcome, refuse, type Correct, type Outcome } from './commands';
import { countPerson, discountPerson } from './people';
import { freeSlot, slotsOf } from './register';
import { changed, lockedSessionOf, registrationFor, type BatchWork } from './state';

/**
 * Changes whom a registration is for: the keys that find the person and tell her from others follow, so nobody has two
 * places by a correction. The seat, the turn and the time of booking stay.
 *
 * @returns `already-registered` where the corrected person has a place in this session; `limit-reached` where she holds
 *   as many in the programme as one may
 */
export function correct(work: BatchWork, command: Correct): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  const { state } = work;
  if (command.by !== 'staff' || row.status === 'cancelled') return refuse('not-active');
  const holder = state.byActiveKey.get(command.toActiveKey);
  if (holder !== undefined && holder !== row.id) return refuse('already-registered');
  if (row.limitKey !== null && row.limitKey !== command.limitKey) {
    const { limitPerPerson } = lockedSessionOf(work, row.sessionId).session.rules;
    const slot = freeSlot(work, command.limitKey, limitPerPerson);
    if (slot === null) return refuse('limit-reached');
    if (row.limitSlot !== null) state.slots.get(row.limitKey)?.delete(row.limitSlot);
    slotsOf(work, command.limitKey).add(slot);
    Object.assign(row, { limitKey: command.limitKey, limitSlot: slot });
  }
  if (row.activeKey !== null) state.byActiveKey.delete(row.activeKey);
  state.byActiveKey.set(command.toActiveKey, row.id);
  row.activeKey = command.toActiveKey;
  // Whose keys had their time stays uncounted.
  if (row.personKey !== null) {
    discountPerson(state, row);
    Object.assign(row, { personKey: command.limitKey, phoneKey: command.phoneKey });
    countPerson(state, row);
  }
  work.corrected.set(row.id, { sealed: command.sealed, ownPhone: command.ownPhone });
  changed(work, row, 'corrected', command.by, { before: command.before });
  return grantedOutcome('corrected', row, work.now);
}
