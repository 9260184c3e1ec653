/** Requests for legal aid in scope: the queue needs nothing sealed; one is opened with its sender's key. */
import { sql } from 'kysely';
import { isOpen, openStatuses, type LegalAidStatus } from '@yugong/domain/legal-aid';
import { dayAt, daysBetween } from '@yugong/domain/calendar';
import type { Topic } from '@yugong/domain/legal-aid/wire';
import type { CaseWire, QueueRow, QueueState, QueueWire } from '@yugong/domain/legal-aid/staff-wire';
import { may } from '@yugong/domain/staff-account';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import { answer, assign, close, type Change } from '../../legal-aid/changes';
import { messagesOf, requestOnWire, rowIsUrgent } from '../../legal-aid/requests';
import type { Account } from '../../kernel/account';
import type { LegalAidRow } from '../../kernel/schema';
import { statement } from '../../kernel/store';
import type { Desk } from '../context';
import { ownerOf } from './accounts';
import { membersOf } from './members';
import { staffOnce, type AskedOnce } from './idempotent-write';
import { storeOf } from './scoped';

type Asking = Pick<Desk, 'scoped' | 'tools'>;

const stateOf = (status: LegalAidStatus): QueueState => (status === 'received' ? 'new' : status);
const statusOf = (state: QueueState): LegalAidStatus => (state === 'new' ? 'received' : state);
const writing = ({ scoped, tools }: Asking) => ({ store: storeOf(scoped), now: tools.now });

const queueRow = (row: LegalAidRow, names: ReadonlyMap<string, string>, now: number): QueueRow => ({
  id: row.id,
  topic: row.topic as Topic,
  state: stateOf(row.status),
  urgent: rowIsUrgent(row, now),
  deadline: row.due_day,
  daysLeft: row.due_day === null ? null : daysBetween(dayAt(now), row.due_day),
  adcode: row.adcode,
  assignee:
    row.assigned_to === null ? null : { id: row.assigned_to, name: names.get(row.assigned_to) ?? '已离开的同事' },
  // After an answer it is the worker's turn; before, and after they wrote again, it is ours.
  waiting: row.status === 'received' || row.status === 'assigned',
  createdAt: isoAt(row.created_at),
  updatedAt: isoAt(row.updated_at),
});

/** Whoever can be given one: in scope, and a lawyer by role. */
export async function lawyersOf(desk: Asking): Promise<{ id: string; name: string; open: number }[]> {
  const members = (await membersOf(desk)).filter((one) => one.state === 'active' && may(one.roles, 'legal-aid'));
  const rows = await desk.scoped
    .legalAid()
    .select(({ fn }) => ['assigned_to', fn.countAll<number>().as('count')])
    .where('status', 'in', openStatuses)
    .groupBy('assigned_to')
    .execute();
  const open = new Map(rows.map(({ assigned_to, count }) => [assigned_to, Number(count)]));
  return members.map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }));
}

const namesOf = async (desk: Asking): Promise<Map<string, string>> =>
  new Map((await membersOf(desk)).map(({ id, name }) => [id, name]));

/** The urgent first, then by deadline, then the oldest. */
export async function queue(
  desk: Asking,
  { state, mine }: { state?: QueueState | undefined; mine?: '1' | undefined },
): Promise<QueueWire> {
  const { scoped, tools } = desk;
  const now = tools.now();
  const all = await scoped.legalAid().selectAll().orderBy('created_at').execute();
  const names = await namesOf(desk);
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

async function requestRow({ scoped }: Asking, id: string): Promise<LegalAidRow> {
  const row = await scoped.legalAid().selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** One, in the clear. That somebody reads it is written down first. A withdrawn one is nobody's to read any more. */
export async function openCase(desk: Asking, id: string): Promise<CaseWire> {
  const { scoped, tools } = desk;
  const row = await requestRow(desk, id);
  await scoped.saw('legal-aid.read', row.id, { reason: 'handle' });
  const shown = queueRow(row, await namesOf(desk), tools.now());
  const sealed = { ...shown, name: '', phone: '', text: '', bring: [], messages: [] };
  const owner = row.status === 'withdrawn' ? null : await ownerOf(desk, row);
  if (!owner) return sealed;
  const { name, phone, text, bring, messages } = requestOnWire(
    row,
    await messagesOf(writing(desk), [id]),
    owner,
    tools.now(),
  );
  return { ...shown, name, phone, text, bring, messages };
}

/** Writes a change once a key; where somebody ended it meanwhile, nothing is kept. */
async function change<T>(asked: AskedOnce, body: unknown, { statements, audit }: Change, answered: T): Promise<T> {
  const over = () => Promise.resolve(new ApiProblem('no-longer-open'));
  const kept = await staffOnce(
    asked,
    body,
    () => ({ statements, audit, answer: { status: 200, body: answered } }),
    over,
  );
  return kept.body as T;
}

export async function assignCase(asked: AskedOnce & Desk, id: string, to: string | null): Promise<QueueRow> {
  const { scoped, tools, member } = asked;
  const row = await requestRow(asked, id);
  const isOwn = to === scoped.staffId || (to === null && row.assigned_to === scoped.staffId);
  if (!isOwn && !may(member.roles, 'legal-aid.assign')) throw new ApiProblem('staff-forbidden');
  if (to !== null && !(await lawyersOf(asked)).some((one) => one.id === to))
    throw new ApiProblem('invalid', [{ pointer: '/assignee', code: 'outside' }]);
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
  await change(asked, { to }, to === null ? back() : assign(writing(asked), row, to, scoped.staffId), { id });
  return queueRow(await requestRow(asked, id), await namesOf(asked), tools.now());
}

async function handled(asked: AskedOnce, id: string): Promise<{ row: LegalAidRow; account: Account }> {
  const row = await requestRow(asked, id);
  const account = await ownerOf(asked, row);
  if (!account || !isOpen(row.status)) throw new ApiProblem('no-longer-open');
  return { row, account };
}

export async function answerCase(asked: AskedOnce, id: string, text: string) {
  const { scoped, tools } = asked;
  const { row, account } = await handled(asked, id);
  const made = answer(writing(asked), row, { text, account, staff: scoped.staffId });
  const kept = await change(asked, { text }, made, { id: made.id, createdAt: isoAt(tools.now()) });
  return { ...kept, author: 'union' as const, text };
}

export async function closeCase(asked: AskedOnce, id: string, text: string | undefined): Promise<QueueRow> {
  const { scoped, tools } = asked;
  const { row, account } = await handled(asked, id);
  await change(
    asked,
    { text: text ?? null },
    close(writing(asked), row, { text: text ?? null, account, staff: scoped.staffId }),
    { id },
  );
  return queueRow(await requestRow(asked, id), await namesOf(asked), tools.now());
}
