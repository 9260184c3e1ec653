/**
 * What changes a request of somebody's to the union, whatever it is about, as statements of one transaction: the sender's
 * routes and the staff's write them with their own idempotency key. The first statement says whether the request is
 * there and still open; where it changes nothing, nothing is kept.
 */
import { sql } from 'kysely';
import { openStatuses } from '@yugong/domain/legal-aid';
import { REOPENED } from '@yugong/domain/legal-aid/words';
import type { NoticeKind } from '@yugong/domain/notice/wire';
import type { MessageWire } from '@yugong/domain/legal-aid/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { Account } from '../kernel/account';
import { ApiProblem } from '../kernel/problem';
import type { LegalAidMessageRow, LegalAidRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';
import { deleteNotices } from '../services/notices';
import { noticeRow } from '../storage/rows';

/** What a talk is about: where its requests and its messages are, and what it is called where it is written down. */
export interface TalkKind {
  requests: 'legal_aid' | 'complaints';
  messages: 'legal_aid_messages' | 'complaint_messages';
  /** Before what was done, in the audit, and before the ids of what is sealed. */
  name: 'legal-aid' | 'complaint';
  notice: NoticeKind;
}

/** What is the same of every talk's requests. */
export type TalkRow = Pick<LegalAidRow, 'id' | 'account_id' | 'assigned_to'>;

export interface CaseChange {
  statements: Statement[];
  audit: AuditEntry[];
}

type Writing = Pick<Service, 'store' | 'now'>;

const messageContext = ({ name }: TalkKind, id: string): string => `${name}-message|${id}`;

export const sealMessage = (talk: TalkKind, account: Account, id: string, text: string): string =>
  account.seal(text, messageContext(talk, id));

/** Rows that are open, to be changed at this moment. @param seen only where nothing was changed since, in milliseconds */
export const updateOpen = ({ store, now }: Writing, { requests }: TalkKind, id: string, seen?: number) =>
  store.read
    .updateTable(requests)
    // Two changes of one millisecond would look alike to whoever saw the first.
    .set({ updated_at: sql<number>`case when updated_at >= ${now()} then updated_at + 1 else ${now()} end` })
    .where('id', '=', id)
    .where('status', 'in', openStatuses)
    .$if(seen !== undefined, (update) => update.where('updated_at', '=', seen ?? 0));

/** After the sender wrote: back to whoever has it, or into the queue. */
const afterWorker = sql<LegalAidRow['status']>`case when assigned_to is null then 'received' else 'assigned' end`;

export const byStaff = ({ name }: TalkKind, staff: string, done: string, row: TalkRow): AuditEntry => ({
  actor: `staff:${staff}`,
  action: `${name}.${done}`,
  subject: row.account_id,
  detail: { request: row.id },
});

/** Something that was said in the talk, sealed with its sender's key. */
export function insertMessage(
  { store, now }: Writing,
  talk: TalkKind,
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
    sealed: sealMessage(talk, account, id, text),
    created_at: now(),
  };
  return { id, statement: statement(store.read.insertInto(talk.messages).values(row)) };
}

/** The union wrote, or ended it: its sender has to know. */
export const answerNotice = ({ store, now }: Writing, { notice }: TalkKind, row: TalkRow): Statement =>
  statement(store.read.insertInto('notices').values(noticeRow(notice, row.account_id, now(), { request_id: row.id })));

/**
 * The sender adds something.
 *
 * @param answerBy of a talk with a deadline: until when this has to be answered
 */
export function writeAsWorker(
  writing: Writing,
  talk: TalkKind,
  { account, id, text, answerBy }: { account: Account; id: string; text: string; answerBy?: string },
): CaseChange & { id: string } {
  const message = insertMessage(writing, talk, id, 'worker', text, account);
  const deadline = answerBy === undefined ? {} : { answer_by: answerBy };
  const update = updateOpen(writing, talk, id)
    .where('account_id', '=', account.id)
    .set({ status: afterWorker, ...deadline });
  return {
    id: message.id,
    statements: [statement(update, 1), message.statement],
    audit: [ownEntry(talk, account, 'message', id)],
  };
}

/** The sender takes it back: nobody is to work on it any more. What was said stays to be read, for a month. */
export function withdrawRequest(writing: Writing, talk: TalkKind, account: Account, id: string): CaseChange {
  const update = updateOpen(writing, talk, id).where('account_id', '=', account.id).set({ status: 'withdrawn' });
  return { statements: [statement(update, 1)], audit: [ownEntry(talk, account, 'withdrawn', id)] };
}

/** The sender has it destroyed, whatever its status. Scrub the store afterwards. */
export function deleteRequest({ store }: Writing, talk: TalkKind, account: Account, id: string): CaseChange {
  const own = store.read.deleteFrom(talk.requests).where('id', '=', id).where('account_id', '=', account.id);
  return {
    statements: [
      statement(own, 1),
      statement(store.read.deleteFrom(talk.messages).where('request_id', '=', id)),
      statement(store.read.deleteFrom('wechat_grants').where('subject_id', '=', id)),
      // Staff's notes are about requests for legal aid alone; of anything else there is none under its id.
      statement(store.read.deleteFrom('staff_notes').where('subject_id', '=', id)),
      ...deleteNotices({ store }, { request_id: id }),
    ],
    audit: [ownEntry(talk, account, 'deleted', id)],
  };
}

const ownEntry = ({ name }: TalkKind, account: Account, done: string, request: string): AuditEntry => ({
  actor: `account:${account.id}`,
  action: `${name}.${done}`,
  subject: account.id,
  detail: { request },
});

/** Of one that the union did something about: an answered one stays answered, it is the sender's turn whoever has it. */
export const afterUnion = sql<LegalAidRow['status']>`case when status = 'answered' then 'answered' else 'assigned' end`;

/**
 * Somebody at the union takes it.
 *
 * @param to the id of whoever gets it
 * @param staff who says so, as the audit names them
 */
export function assignRequest(
  writing: Writing,
  talk: TalkKind,
  row: TalkRow,
  { to, staff }: { to: string; staff: string },
): CaseChange {
  const update = updateOpen(writing, talk, row.id).set({ status: afterUnion, assigned_to: to });
  return { statements: [statement(update, 1)], audit: [byStaff(talk, staff, 'assigned', row)] };
}

/** The union answers. @param account the sender's, see accountById */
export function answerRequest(
  writing: Writing,
  talk: TalkKind,
  row: TalkRow,
  { text, account, staff, seen }: { text: string; account: Account; staff: string; seen?: number | undefined },
): CaseChange & { id: string } {
  const message = insertMessage(writing, talk, row.id, 'union', text, account);
  const update = updateOpen(writing, talk, row.id, seen).set({
    status: 'answered',
    assigned_to: row.assigned_to ?? staff,
  });
  return {
    id: message.id,
    statements: [statement(update, 1), message.statement, answerNotice(writing, talk, row)],
    audit: [byStaff(talk, staff, 'answered', row)],
  };
}

/** The union ends it, with a last word or without. */
export function closeRequest(
  writing: Writing,
  talk: TalkKind,
  row: TalkRow,
  { text, account, staff, seen }: { text: string | null; account: Account; staff: string; seen?: number | undefined },
): CaseChange {
  const update = updateOpen(writing, talk, row.id, seen).set({ status: 'closed' });
  const last = text === null ? [] : [insertMessage(writing, talk, row.id, 'union', text, account).statement];
  return {
    statements: [statement(update, 1), ...last, answerNotice(writing, talk, row)],
    audit: [byStaff(talk, staff, 'closed', row)],
  };
}

/** The union takes up again what it had ended: its sender reads so in the talk, and it is with whoever had it. */
export function reopenRequest(
  writing: Writing,
  talk: TalkKind,
  row: TalkRow,
  { account, staff }: { account: Account; staff: string },
): CaseChange {
  const { store, now } = writing;
  const update = store.read
    .updateTable(talk.requests)
    .set({ status: 'assigned', assigned_to: row.assigned_to ?? staff, updated_at: now() })
    .where('id', '=', row.id)
    .where('status', '=', 'closed');
  const message = insertMessage(writing, talk, row.id, 'union', REOPENED, account);
  return {
    statements: [statement(update, 1), message.statement, answerNotice(writing, talk, row)],
    audit: [byStaff(talk, staff, 'reopened', row)],
  };
}

/** A request of an account's own. @throws `not-found` where it is nobody's, or somebody else's */
export async function ownRequestOf(
  { requests }: TalkKind,
  { store }: Pick<Service, 'store'>,
  account: Pick<Account, 'id'>,
  id: string,
): Promise<{ id: string }> {
  const row = await store.read
    .selectFrom(requests)
    .select('id')
    .where('id', '=', id)
    .where('account_id', '=', account.id)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** The talk about some requests, oldest first. */
export async function messagesOf(
  { store }: Pick<Service, 'store'>,
  { messages }: TalkKind,
  ids: readonly string[],
): Promise<LegalAidMessageRow[]> {
  if (ids.length === 0) return [];
  return store.read
    .selectFrom(messages)
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** What was said about one request, in the clear. @param account the sender's, whose key opens it */
export const messagesOnWire = (
  talk: TalkKind,
  requestId: string,
  messages: readonly LegalAidMessageRow[],
  account: Account,
): MessageWire[] =>
  messages
    .filter(({ request_id }) => request_id === requestId)
    .map(({ id, author, sealed, created_at }) => ({
      id,
      author,
      text: account.unseal(sealed, messageContext(talk, id)),
      createdAt: isoAt(Number(created_at)),
    }));
