/**
 * What changes a request, as statements of one transaction: the sender's routes and the staff's write them with
 * their own idempotency key. The first statement says whether the request is there and still open; where it
 * changes nothing, nothing is kept.
 */
import { sql } from 'kysely';
import { openStatuses } from '@yugong/domain/legal-aid';
import { REOPENED, sayLetter } from '@yugong/domain/legal-aid/words';
import type { LetterWire } from '@yugong/domain/legal-aid/wire';
import { newId } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { Account } from '../kernel/account';
import type { LegalAidRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';
import { deleteNotices } from '../services/notices';
import { noticeRow } from '../storage/rows';
import { sealMessage } from './requests';

export interface CaseChange {
  statements: Statement[];
  audit: AuditEntry[];
}

type Writing = Pick<Service, 'store' | 'now'>;

/** Rows that are open, to be changed at this moment. @param seen only where nothing was changed since, in milliseconds */
const open = ({ store, now }: Writing, id: string, seen?: number) =>
  store.read
    .updateTable('legal_aid')
    // Two changes of one millisecond would look alike to whoever saw the first.
    .set(({ eb }) => ({
      updated_at: eb
        .case()
        .when('updated_at', '>=', now())
        .then(eb('updated_at', '+', 1))
        .else(now())
        .end(),
    }))
    .where('id', '=', id)
    .where('status', 'in', openStatuses)
    .$if(seen !== undefined, (update) => update.where('updated_at', '=', seen ?? 0));

/** After the sender wrote: back to whoever has it, or into the queue. */
const afterWorker = sql<LegalAidRow['status']>`case when assigned_to is null then 'received' else 'assigned' end`;

const byStaff = (staff: string, action: string, row: Pick<LegalAidRow, 'id' | 'account_id'>): AuditEntry => ({
  actor: `staff:${staff}`,
  action,
  subject: row.account_id,
  detail: { request: row.id },
});

function messageRow(
  { store, now }: Writing,
  requestId: string,
  author: 'worker' | 'union',
  text: string,
  account: Account,
): { id: string; statement: Statement } {
  const id = newId(now());
  const row = {
    id,
    request_id: requestId,
    author,
    sealed: sealMessage(account, id, text),
    created_at: now(),
  };
  return { id, statement: statement(store.read.insertInto('legal_aid_messages').values(row)) };
}

/** The union wrote, or ended it: its sender has to know. */
const answerNotice = ({ store, now }: Writing, row: Pick<LegalAidRow, 'id' | 'account_id'>): Statement =>
  statement(
    store.read
      .insertInto('notices')
      .values(noticeRow('legal-aid-answer', row.account_id, now(), { request_id: row.id })),
  );

/** The sender adds something. */
export function writeAsWorker(
  writing: Writing,
  account: Account,
  id: string,
  text: string,
): CaseChange & { id: string } {
  const message = messageRow(writing, id, 'worker', text, account);
  const update = open(writing, id).where('account_id', '=', account.id).set({ status: afterWorker });
  return {
    id: message.id,
    statements: [statement(update, 1), message.statement],
    audit: [ownEntry(account, 'legal-aid.message', id)],
  };
}

/** The sender takes it back: nobody is to work on it any more. What was said stays to be read, for a month. */
export function withdrawRequest(writing: Writing, account: Account, id: string): CaseChange {
  const update = open(writing, id).where('account_id', '=', account.id).set({ status: 'withdrawn' });
  return { statements: [statement(update, 1)], audit: [ownEntry(account, 'legal-aid.withdrawn', id)] };
}

/** The sender has it destroyed, whatever its status. Scrub the store afterwards. */
export function deleteRequest({ store }: Writing, account: Account, id: string): CaseChange {
  const own = store.read.deleteFrom('legal_aid').where('id', '=', id).where('account_id', '=', account.id);
  return {
    statements: [
      statement(own, 1),
      statement(store.read.deleteFrom('legal_aid_messages').where('request_id', '=', id)),
      statement(store.read.deleteFrom('wechat_grants').where('subject_id', '=', id)),
      ...deleteNotices({ store }, { request_id: id }),
    ],
    audit: [ownEntry(account, 'legal-aid.deleted', id)],
  };
}

const ownEntry = (account: Account, action: string, request: string): AuditEntry => ({
  actor: `account:${account.id}`,
  action,
  subject: account.id,
  detail: { request },
});

/**
 * Somebody at the union takes it.
 *
 * @param to the id of whoever gets it
 * @param staff who says so, as the audit names them
 */
export function assignRequest(writing: Writing, row: LegalAidRow, to: string, staff: string): CaseChange {
  // An answered one stays answered: it is the sender's turn whoever has it.
  const status = sql<LegalAidRow['status']>`case when status = 'answered' then 'answered' else 'assigned' end`;
  const update = open(writing, row.id).set({ status, assigned_to: to });
  return { statements: [statement(update, 1)], audit: [byStaff(staff, 'legal-aid.assigned', row)] };
}

/** The union answers. @param account the sender's, see accountById */
export function answerRequest(
  writing: Writing,
  row: LegalAidRow,
  { text, account, staff, seen }: { text: string; account: Account; staff: string; seen?: number | undefined },
): CaseChange & { id: string } {
  const message = messageRow(writing, row.id, 'union', text, account);
  const update = open(writing, row.id, seen).set({ status: 'answered', assigned_to: row.assigned_to ?? staff });
  return {
    id: message.id,
    statements: [statement(update, 1), message.statement, answerNotice(writing, row)],
    audit: [byStaff(staff, 'legal-aid.answered', row)],
  };
}

/** The union sent a letter about it: kept with it, and said to its sender in the talk. */
export function recordLetter(
  writing: Writing,
  row: LegalAidRow,
  { letter, account, staff }: { letter: LetterWire; account: Account; staff: string },
): CaseChange {
  const message = messageRow(writing, row.id, 'union', sayLetter(letter), account);
  const { kind, sentOn, answerBy } = letter;
  const status = sql<LegalAidRow['status']>`case when status = 'answered' then 'answered' else 'assigned' end`;
  const update = open(writing, row.id).set({
    status,
    assigned_to: row.assigned_to ?? staff,
    letter_kind: kind,
    letter_on: sentOn,
    letter_due: answerBy,
  });
  return {
    statements: [statement(update, 1), message.statement, answerNotice(writing, row)],
    audit: [byStaff(staff, 'legal-aid.letter', row)],
  };
}

/** The union ends it, with a last word or without. */
export function closeRequest(
  writing: Writing,
  row: LegalAidRow,
  { text, account, staff, seen }: { text: string | null; account: Account; staff: string; seen?: number | undefined },
): CaseChange {
  const update = open(writing, row.id, seen).set({ status: 'closed' });
  const last = text === null ? [] : [messageRow(writing, row.id, 'union', text, account).statement];
  return {
    statements: [statement(update, 1), ...last, answerNotice(writing, row)],
    audit: [byStaff(staff, 'legal-aid.closed', row)],
  };
}

/** The union takes up again what it had ended: its sender reads so in the talk, and it is with whoever had it. */
export function reopenRequest(
  writing: Writing,
  row: LegalAidRow,
  { account, staff }: { account: Account; staff: string },
): CaseChange {
  const { store, now } = writing;
  const update = store.read
    .updateTable('legal_aid')
    .set({ status: 'assigned', assigned_to: row.assigned_to ?? staff, updated_at: now() })
    .where('id', '=', row.id)
    .where('status', '=', 'closed');
  const message = messageRow(writing, row.id, 'union', REOPENED, account);
  return {
    statements: [statement(update, 1), message.statement, answerNotice(writing, row)],
    audit: [byStaff(staff, 'legal-aid.reopened', row)],
  };
}
