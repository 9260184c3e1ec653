/** What became of people after a screening: sealed with their own key but for whether they were told. */
import type { CallResult } from '@yugong/domain/notice/staff-wire';
import type { OutcomeEdit, OutcomeWire, RecallOutcome } from '@yugong/domain/screening-outcome/wire';
import { isoAt } from '@yugong/domain/time';
import type { Account } from '../../kernel/account';
import type { OutcomeRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

/** Sealed; no medical result is in it or ever asked for. */
interface Sealed {
  attendance: 'full' | 'partly' | null;
  recalledAt: number | null;
  helpOfferedAt: number | null;
  /** Of rows that were sealed before there was a list of recalls: missing. */
  recall?: {
    by: string | null;
    contacts: { id: string; at: number; result: CallResult }[];
    outcome: RecallOutcome | null;
  };
}

const NONE: Sealed = { attendance: null, recalledAt: null, helpOfferedAt: null };
const NO_RECALL: Sealed['recall'] & object = { by: null, contacts: [], outcome: null };
const context = (registrationId: string): string => `outcome|${registrationId}`;

export function readOutcome(row: OutcomeRow | undefined, owner: Account | null): OutcomeWire {
  const isoOrNull = (at: number | null): string | null => (at === null ? null : isoAt(at));
  const { attendance, recalledAt, helpOfferedAt, recall = NO_RECALL } = row ? opened(row, owner) : NONE;
  return {
    attendance,
    notifiedAt: isoOrNull(row?.notified_at ?? null),
    recalledAt: isoOrNull(recalledAt),
    recall: {
      by: recall.by,
      contacts: recall.contacts.map(({ at, result }) => ({ at: isoAt(at), result })),
      outcome: recall.outcome,
    },
    helpOfferedAt: isoOrNull(helpOfferedAt),
  };
}

const opened = ({ sealed, registration_id }: OutcomeRow, owner: Account | null): Sealed =>
  sealed === null || !owner ? NONE : (JSON.parse(owner.unseal(sealed, context(registration_id))) as Sealed);

function recallAfter(
  old: Sealed['recall'] & object,
  { recallBy = old.by, recallContact, recallOutcome = old.outcome }: OutcomeEdit,
  { id, at }: { id: string; at: number },
): Sealed['recall'] & object {
  const isNew = recallContact !== undefined && !old.contacts.some((one) => one.id === id);
  return {
    by: recallBy,
    contacts: isNew ? [...old.contacts, { id, at, result: recallContact }] : old.contacts,
    outcome: recallOutcome,
  };
}

/**
 * Only what is said changes; the first time something was done stays its time.
 *
 * @param contactId of the call that is noted: the same one sent again is noted once
 */
export function saveOutcome(
  { scoped, tools }: ScopedContext,
  { id, session_id }: { id: string; session_id: string },
  before: OutcomeRow | undefined,
  owner: Account,
  edit: OutcomeEdit,
  contactId: string,
): Statement {
  const now = tools.now();
  const old = before ? opened(before, owner) : NONE;
  const since = (edited: boolean | undefined, was: number | null): number | null =>
    edited === undefined ? was : edited ? (was ?? now) : null;
  const sealed: Sealed = {
    attendance: edit.attendance === undefined ? old.attendance : edit.attendance,
    recalledAt: since(edit.recalled, old.recalledAt),
    helpOfferedAt: since(edit.helpOffered, old.helpOfferedAt),
    recall: recallAfter(old.recall ?? NO_RECALL, edit, { id: contactId, at: now }),
  };
  const row: OutcomeRow = {
    registration_id: id,
    session_id,
    notified_at: since(edit.notified, before?.notified_at ?? null),
    sealed: owner.seal(JSON.stringify(sealed), context(id)),
    updated_at: now,
    staff_id: scoped.staffId,
  };
  const { notified_at, updated_at, staff_id } = row;
  const change = { notified_at, sealed: row.sealed, updated_at, staff_id };
  const insert = storeOf(scoped).read.insertInto('outcomes').values(row);
  return statement(insert.onConflict((c) => c.column('registration_id').doUpdateSet(change)));
}
