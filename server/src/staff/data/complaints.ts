/** Complaints in scope: the queue needs nothing sealed; one is opened with its author's key. */
import { restDaysOf } from '@yugong/content/rest-days';
import { dayAt } from '@yugong/domain/calendar';
import { complaintNumber, workingDaysLeft } from '@yugong/domain/complaint';
import type {
  ComplaintCaseWire,
  ComplaintQueueWire,
  ComplaintRowWire,
  ComplaintView,
} from '@yugong/domain/complaint/staff-wire';
import { isOpen, type LegalAidStatus } from '@yugong/domain/legal-aid';
import type { AnswerRequest } from '@yugong/domain/legal-aid/staff-wire';
import { isoAt } from '@yugong/domain/time';
import type { Account } from '../../kernel/account';
import { ApiProblem } from '../../kernel/problem';
import type { ComplaintRow } from '../../kernel/schema';
import { answerRequest, closeRequest, messagesOf } from '../../talks/changes';
import { complaintOnWire, complaintTalk } from '../../talks/complaints';
import type { ScopedContext } from '../context';
import { accountOfOwner } from './accounts';
import { instantSeen, overtaken, writeChange, type StaffRequest } from './idempotent-write';
import { storeOf } from './scoped';

const writing = ({ scoped, tools }: ScopedContext) => ({ store: storeOf(scoped), now: tools.now });
type RestDays = ReturnType<typeof restDaysOf>;
const restDays = ({ tools }: ScopedContext): RestDays => restDaysOf(tools.content.dataset().holidays);

/** After an answer it is the author's turn; before, and after they wrote again, it is ours. */
const isWaiting = (status: LegalAidStatus): boolean => status === 'received' || status === 'assigned';

const viewOf = (status: LegalAidStatus): ComplaintView =>
  isWaiting(status) ? 'waiting' : status === 'answered' ? 'answered' : 'closed';

const onRow = (row: ComplaintRow, now: number, rest: RestDays): ComplaintRowWire => ({
  id: row.id,
  number: complaintNumber(row.id, Number(row.created_at)),
  kind: row.kind,
  page: row.page,
  adcode: row.adcode,
  status: row.status,
  waiting: isWaiting(row.status),
  answerBy: row.answer_by,
  daysLeft: workingDaysLeft(row.answer_by, dayAt(now), rest),
  createdAt: isoAt(Number(row.created_at)),
  updatedAt: isoAt(Number(row.updated_at)),
});

/** Those that wait before the rest, each by its last day for an answer, then the oldest. */
export async function complaintQueue(
  context: ScopedContext,
  { show }: { show?: ComplaintView | undefined },
): Promise<ComplaintQueueWire> {
  const all = await context.scoped.complaints().selectAll().orderBy('answer_by').orderBy('created_at').execute();
  const now = context.tools.now();
  const rest = restDays(context);
  const rows = all.map((row) => onRow(row, now, rest));
  const wanted = rows.filter(({ status }) => show === undefined || viewOf(status) === show);
  return {
    complaints: [...wanted.filter(({ waiting }) => waiting), ...wanted.filter(({ waiting }) => !waiting)],
    counts: {
      waiting: rows.filter(({ waiting }) => waiting).length,
      overdue: rows.filter(({ waiting, daysLeft }) => waiting && daysLeft < 0).length,
      answered: rows.filter(({ status }) => status === 'answered').length,
    },
  };
}

async function complaintRow({ scoped }: ScopedContext, id: string): Promise<ComplaintRow> {
  const row = await scoped.complaints().selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** One, in the clear. That somebody reads it is written down first. */
export async function openComplaint(context: ScopedContext, id: string): Promise<ComplaintCaseWire> {
  const { scoped, tools } = context;
  const row = await complaintRow(context, id);
  const owner = await accountOfOwner(context, row);
  if (!owner) throw new ApiProblem('not-found');
  await scoped.saw('complaint.read', row.id, { reason: 'handle' });
  const messages = await messagesOf(writing(context), complaintTalk, [id]);
  const { text, phone, callAt, messages: talk } = complaintOnWire(row, messages, owner);
  return { ...onRow(row, tools.now(), restDays(context)), text, phone, callAt, messages: talk };
}

async function handled(staffRequest: StaffRequest, id: string): Promise<{ row: ComplaintRow; account: Account }> {
  const row = await complaintRow(staffRequest, id);
  const account = await accountOfOwner(staffRequest, row);
  if (!account || !isOpen(row.status)) throw new ApiProblem('no-longer-open');
  return { row, account };
}

const stillOpen = (staffRequest: StaffRequest, id: string) =>
  overtaken(async () => isOpen((await complaintRow(staffRequest, id)).status));

/** @throws `stale` where somebody wrote or answered since it was `seen` */
export async function answerComplaint(staffRequest: StaffRequest, id: string, { text, seen }: AnswerRequest) {
  const { scoped, tools } = staffRequest;
  const { row, account } = await handled(staffRequest, id);
  const said = { text, account, staff: scoped.staffId, seen: instantSeen(seen) };
  const made = answerRequest(writing(staffRequest), complaintTalk, row, said);
  const answered = { id: made.id, createdAt: isoAt(tools.now()) };
  const response = await writeChange(staffRequest, { text }, made, answered, stillOpen(staffRequest, id));
  return { ...response, author: 'union' as const, text };
}

/**
 * @param text the last word, told to the author; none where it is left out
 *
 * @throws `stale` where somebody wrote or answered since it was `seen`
 */
export async function closeComplaint(
  staffRequest: StaffRequest,
  id: string,
  { text = null, seen }: { text?: string | null | undefined; seen?: string | undefined },
): Promise<ComplaintRowWire> {
  const { scoped, tools } = staffRequest;
  const { row, account } = await handled(staffRequest, id);
  const said = { text, account, staff: scoped.staffId, seen: instantSeen(seen) };
  const made = closeRequest(writing(staffRequest), complaintTalk, row, said);
  await writeChange(staffRequest, { text }, made, { id }, stillOpen(staffRequest, id));
  return onRow(await complaintRow(staffRequest, id), tools.now(), restDays(staffRequest));
}
