/** Requests for legal aid in scope: the queue needs nothing sealed; one is opened with its sender's key. */
import { sql } from 'kysely';
import { restDaysOf } from '@yugong/content/rest-days';
import { isOpen, letterDue, openStatuses, type LegalAidStatus, type LetterKind } from '@yugong/domain/legal-aid';
import { dayAt, daysBetween } from '@yugong/domain/calendar';
import type {
  AnswerRequest,
  AssignRequest,
  CaseWire,
  QueueRow,
  QueueState,
  QueueWire,
} from '@yugong/domain/legal-aid/staff-wire';
import { may } from '@yugong/domain/staff-account';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import { legalAidTalk, recordLetter, requestOnWire, rowIsUrgent, supervisionLetterOf } from '../../legal-aid/requests';
import type { Account } from '../../kernel/account';
import type { LegalAidRow } from '../../kernel/schema';
import { statement } from '../../kernel/store';
import { answerRequest, assignRequest, closeRequest, messagesOf, reopenRequest } from '../../talks/changes';
import type { ScopedContext, StaffContext } from '../context';
import { accountOfOwner } from './accounts';
import { colleagueName, namesOf, staffMembersOf } from './members';
import { instantSeen, overtaken, refuseStale, writeChange, type StaffRequest } from './idempotent-write';
import { storeOf } from './scoped';

const stateOf = (status: LegalAidStatus): QueueState => (status === 'received' ? 'new' : status);
const statusOf = (state: QueueState): LegalAidStatus => (state === 'new' ? 'received' : state);
const writing = ({ scoped, tools }: ScopedContext) => ({ store: storeOf(scoped), now: tools.now });

const queueRow = (row: LegalAidRow, names: ReadonlyMap<string, string>, now: number): QueueRow => ({
  id: row.id,
  topic: row.topic,
  state: stateOf(row.status),
  urgent: rowIsUrgent(row, now),
  deadline: row.due_day,
  daysLeft: row.due_day === null ? null : daysBetween(dayAt(now), row.due_day),
  adcode: row.adcode,
  assignee: row.assigned_to === null ? null : { id: row.assigned_to, name: colleagueName(names, row.assigned_to) },
  // After an answer it is the worker's turn; before, and after they wrote again, it is ours.
  waiting: row.status === 'received' || row.status === 'assigned',
  createdAt: isoAt(row.created_at),
  updatedAt: isoAt(row.updated_at),
  letter: supervisionLetterOf(row),
});

/** Whoever can be given one: in scope, and a lawyer by role. */
export async function lawyersOf(context: ScopedContext): Promise<{ id: string; name: string; open: number }[]> {
  const members = (await staffMembersOf(context)).filter(
    (one) => one.state === 'active' && may(one.roles, 'legal-aid'),
  );
  const rows = await context.scoped
    .legalAid()
    .select(({ fn }) => ['assigned_to', fn.countAll<number>().as('count')])
    .where('status', 'in', openStatuses)
    .groupBy('assigned_to')
    .execute();
  const open = new Map(rows.map(({ assigned_to, count }) => [assigned_to, Number(count)]));
  return members.map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }));
}

/** The urgent first, then by deadline, then the oldest. */
export async function queue(
  context: ScopedContext,
  { state, mine }: { state?: QueueState | undefined; mine?: '1' | undefined },
): Promise<QueueWire> {
  const { scoped, tools } = context;
  const now = tools.now();
  const all = await scoped.legalAid().selectAll().orderBy('created_at').execute();
  const names = await namesOf(context);
  const wanted = all.filter(
    (row) =>
      (state === undefined || row.status === statusOf(state)) &&
      (mine === undefined || row.assigned_to === scoped.staffId),
  );
  const rank = (row: QueueRow): string =>
    `${row.urgent ? 0 : 1}${row.waiting ? 0 : 1}${row.deadline ?? '9'}${row.createdAt}`;
  const requests = wanted.map((row) => queueRow(row, names, now)).sort((a, b) => rank(a).localeCompare(rank(b)));
  const count = (status: LegalAidStatus): number => all.filter((row) => row.status === status).length;
  return {
    requests,
    counts: {
      new: count('received'),
      assigned: count('assigned'),
      answered: count('answered'),
      closed: count('closed'),
      urgent: all.filter((row) => rowIsUrgent(row, now)).length,
    },
  };
}

async function requestRow({ scoped }: ScopedContext, id: string): Promise<LegalAidRow> {
  const row = await scoped.legalAid().selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** One, in the clear. That somebody reads it is written down first. A withdrawn one is nobody's to read any more. */
export async function openCase(context: ScopedContext, id: string): Promise<CaseWire> {
  const { scoped, tools } = context;
  const row = await requestRow(context, id);
  await scoped.saw('legal-aid.read', row.id, { reason: 'handle' });
  const shown = queueRow(row, await namesOf(context), tools.now());
  const sealed = { ...shown, name: '', phone: '', text: '', bring: [], messages: [] };
  const owner = row.status === 'withdrawn' ? null : await accountOfOwner(context, row);
  if (!owner) return sealed;
  const { name, phone, text, bring, messages } = requestOnWire(
    row,
    await messagesOf(writing(context), legalAidTalk, [id]),
    owner,
    tools.now(),
  );
  return { ...shown, name, phone, text, bring, messages };
}

export async function assignCase(
  staffRequest: StaffRequest & StaffContext,
  id: string,
  { assignee: to, seen }: AssignRequest,
): Promise<QueueRow> {
  const { scoped, tools, member } = staffRequest;
  const row = await requestRow(staffRequest, id);
  const isOwn = to === scoped.staffId || (to === null && row.assigned_to === scoped.staffId);
  if (!isOwn && !may(member.roles, 'legal-aid.assign')) throw new ApiProblem('staff-forbidden');
  if (to !== null && !(await lawyersOf(staffRequest)).some((one) => one.id === to))
    throw new ApiProblem('invalid', [{ pointer: '/assignee', code: 'outside' }]);
  if (row.assigned_to !== seen) await refuseStale(staffRequest, row.assigned_to);
  const back = () => ({
    statements: [
      statement(
        storeOf(scoped)
          .read.updateTable('legal_aid')
          .set({
            assigned_to: null,
            updated_at: tools.now(),
            status: sql<LegalAidStatus>`case when status = 'answered' then 'answered' else 'received' end`,
          })
          .where('id', '=', id)
          .where('status', 'in', openStatuses),
        1,
      ),
    ],
    audit: [scoped.entry('legal-aid.unassigned', row.account_id, { request: id })],
  });
  await writeChange(
    staffRequest,
    { to },
    to === null ? back() : assignRequest(writing(staffRequest), legalAidTalk, row, { to, staff: scoped.staffId }),
    { id },
  );
  return queueRow(await requestRow(staffRequest, id), await namesOf(staffRequest), tools.now());
}

async function handled(staffRequest: StaffRequest, id: string): Promise<{ row: LegalAidRow; account: Account }> {
  const row = await requestRow(staffRequest, id);
  const account = await accountOfOwner(staffRequest, row);
  if (!account || !isOpen(row.status)) throw new ApiProblem('no-longer-open');
  return { row, account };
}

const stillOpen = (staffRequest: StaffRequest, id: string) =>
  overtaken(async () => isOpen((await requestRow(staffRequest, id)).status));

/** @throws `stale` where somebody wrote or took it since it was `seen` */
export async function answerCase(staffRequest: StaffRequest, id: string, { text, seen }: AnswerRequest) {
  const { scoped, tools } = staffRequest;
  const { row, account } = await handled(staffRequest, id);
  const answer = { text, account, staff: scoped.staffId, seen: instantSeen(seen) };
  const made = answerRequest(writing(staffRequest), legalAidTalk, row, answer);
  const answered = { id: made.id, createdAt: isoAt(tools.now()) };
  const response = await writeChange(staffRequest, { text }, made, answered, stillOpen(staffRequest, id));
  return { ...response, author: 'union' as const, text };
}

/** @throws `stale` where somebody wrote or took it since it was `seen` */
export async function closeCase(
  staffRequest: StaffRequest,
  id: string,
  { text = null, seen }: { text?: string | null | undefined; seen?: string | undefined },
): Promise<QueueRow> {
  const { scoped, tools } = staffRequest;
  const { row, account } = await handled(staffRequest, id);
  const last = { text, account, staff: scoped.staffId, seen: instantSeen(seen) };
  const made = closeRequest(writing(staffRequest), legalAidTalk, row, last);
  await writeChange(staffRequest, { text }, made, { id }, stillOpen(staffRequest, id));
  return queueRow(await requestRow(staffRequest, id), await namesOf(staffRequest), tools.now());
}

/** @throws `not-active` where it isn't closed, or its sender is gone */
export async function reopenCase(staffRequest: StaffRequest, id: string): Promise<QueueRow> {
  const { scoped, tools } = staffRequest;
  const row = await requestRow(staffRequest, id);
  const account = await accountOfOwner(staffRequest, row);
  if (!account) throw new ApiProblem('not-active');
  const made = reopenRequest(writing(staffRequest), legalAidTalk, row, { account, staff: scoped.staffId });
  await writeChange(staffRequest, {}, made, { id }, () => Promise.resolve(new ApiProblem('not-active')));
  return queueRow(await requestRow(staffRequest, id), await namesOf(staffRequest), tools.now());
}

/** Notes that a letter of 一函两书 was sent, with the last day for its answer by the days off that are published now. */
export async function noteLetter(
  staffRequest: StaffRequest,
  id: string,
  { kind, sentOn }: { kind: LetterKind; sentOn: string },
): Promise<QueueRow> {
  const { scoped, tools } = staffRequest;
  if (sentOn > dayAt(tools.now())) throw new ApiProblem('invalid', [{ pointer: '/sentOn', code: 'outside' }]);
  const { row, account } = await handled(staffRequest, id);
  const answerBy = letterDue(kind, sentOn, restDaysOf(tools.content.dataset().holidays));
  const letter = { kind, sentOn, answerBy };
  await writeChange(
    staffRequest,
    { letter },
    recordLetter(writing(staffRequest), row, { letter, account, staff: scoped.staffId }),
    { id },
  );
  return queueRow(await requestRow(staffRequest, id), await namesOf(staffRequest), tools.now());
}
