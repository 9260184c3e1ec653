/** Single records that wait: drafts, and those that are published or taken down at a time. A union's own, for its editors. */
import type { RecordPlanWire } from '@yugong/domain/publication/staff-wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../../crypto/ids';
import type { Put } from '../../content';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import type { RecordPlanRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { colleagueName, namesOf } from './members';
import { FIRST_ORGANISATION } from '../../kernel/organisation';
import { storeOf, type Scoped } from './scoped';

type Collection = Put['collection'];

/** Whoever works for all unions plans for the first. */
function plans(scoped: Scoped) {
  const all = storeOf(scoped).read.selectFrom('record_plans');
  const { organisation } = scoped.scope;
  if (organisation === null) return all;
  return all.where(({ eb, or }) =>
    organisation === FIRST_ORGANISATION
      ? or([eb('organisation', '=', organisation), eb('organisation', 'is', null)])
      : eb('organisation', '=', organisation),
  );
}

export async function planRow({ scoped }: ScopedContext, id: string): Promise<RecordPlanRow> {
  const row = await plans(scoped).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** The union's plans, as far as it matters whether somebody has to look at them. */
export const waitingPlans = ({ scoped }: ScopedContext) =>
  plans(scoped).select(['failure', 'publish_at', 'updated_at']).execute();

/** A record as JSON; its title is what a list shows of it. */
function readRecord(text: string): { id: string } & Record<string, unknown> {
  const record: { id: string } & Record<string, unknown> = JSON.parse(text);
  return record;
}

const titleIn = (record: Record<string, unknown> | undefined): string | null =>
  typeof record?.['title'] === 'string' && record['title'] !== '' ? record['title'] : null;

/** What of a plan people read. */
async function wires(context: ScopedContext, rows: readonly RecordPlanRow[]): Promise<RecordPlanWire[]> {
  const names = await namesOf(context);
  const dataset = context.tools.content.dataset();
  return rows.map((row) => {
    const record = row.record === null ? null : readRecord(row.record);
    const served = dataset[row.collection].find(({ id }) => id === row.record_id);
    return {
      id: row.id,
      version: row.version,
      collection: row.collection,
      title: titleIn(record ?? served) ?? '未命名',
      record,
      seen: row.seen,
      publishAt: row.publish_at === null ? null : isoAt(row.publish_at),
      expiresAt: row.expires_at === null ? null : isoAt(row.expires_at),
      failure: row.failure,
      by: colleagueName(names, row.staff_id),
      updatedAt: isoAt(row.updated_at),
    };
  });
}

/** The union's plans, those that failed first, then those with a time, soonest first, then drafts. */
export async function planWires(context: ScopedContext): Promise<RecordPlanWire[]> {
  const rows = await plans(context.scoped).selectAll().orderBy('updated_at', 'desc').limit(300).execute();
  const rank = ({ failure, publish_at }: RecordPlanRow): number =>
    failure === null ? (publish_at ?? Number.MAX_SAFE_INTEGER) : 0;
  return wires(
    context,
    rows.sort((a, b) => rank(a) - rank(b)),
  );
}

type PlanInput = Pick<RecordPlanRow, 'collection' | 'record_id' | 'record' | 'seen' | 'publish_at' | 'expires_at'>;

const newRow = ({ scoped, tools }: ScopedContext, input: PlanInput): RecordPlanRow => ({
  id: newId(tools.now()),
  staff_id: scoped.staffId,
  organisation: scoped.scope.organisation,
  ...input,
  failure: null,
  created_at: tools.now(),
  updated_at: tools.now(),
  version: 1,
});

/** Saves a plan; `before` is the one it replaces. @throws `stale` where somebody changed that at the same moment */
export async function savePlan(
  context: ScopedContext,
  input: PlanInput,
  before: RecordPlanRow | null,
): Promise<RecordPlanWire> {
  const { scoped, tools } = context;
  const { read } = storeOf(scoped);
  const made = newRow(context, input);
  const row = before ? { ...made, id: before.id, created_at: before.created_at, version: before.version + 1 } : made;
  // Two edits within a millisecond are two.
  const updated_at = before ? Math.max(tools.now(), before.updated_at + 1) : row.updated_at;
  const write = before
    ? read
        .updateTable('record_plans')
        .set({ ...row, updated_at })
        .where('id', '=', before.id)
        .where('updated_at', '=', before.updated_at)
        .where('version', '=', before.version)
    : read.insertInto('record_plans').values(row);
  const detail = { collection: row.collection, at: row.publish_at };
  const written = await scoped.write([statement(write, 1)], [scoped.entry('content.planned', row.record_id, detail)]);
  if (!written.done) throw new StaleProblem(before === null ? null : (await planRow(context, before.id)).version);
  const [wire] = await wires(context, [{ ...row, updated_at }]);
  if (!wire) throw new ApiProblem('not-found');
  return wire;
}

/** Nothing is deleted where somebody changed the plan since it was read, and then nothing else of its transaction is done. */
export const planDeletion = ({ scoped }: ScopedContext, { id, updated_at }: RecordPlanRow): Statement =>
  statement(
    storeOf(scoped).read.deleteFrom('record_plans').where('id', '=', id).where('updated_at', '=', updated_at),
    1,
  );

export async function deletePlan(context: ScopedContext, row: RecordPlanRow): Promise<void> {
  const { scoped } = context;
  const audit = [scoped.entry('content.plan-dropped', row.record_id, { collection: row.collection })];
  if (!(await scoped.write([planDeletion(context, row)], audit)).done) throw new ApiProblem('stale');
}

/** Why a plan didn't happen: it stays, and its editors read it. */
export const failPlan = ({ scoped }: ScopedContext, { id, updated_at }: RecordPlanRow, failure: string) =>
  scoped.write([
    statement(
      storeOf(scoped)
        .read.updateTable('record_plans')
        .set({ failure })
        .where('id', '=', id)
        .where('updated_at', '=', updated_at),
    ),
  ]);

/**
 * When a record is taken down by itself from now on.
 *
 * @param at milliseconds since the epoch; null: never
 */
export function takeDownStatements(
  context: ScopedContext,
  { collection, id, at }: { collection: Collection; id: string; at: number | null },
): Statement[] {
  const { read } = storeOf(context.scoped);
  const input = { collection, record_id: id, record: null, seen: null, publish_at: at, expires_at: null };
  return [
    statement(
      read
        .deleteFrom('record_plans')
        .where('collection', '=', collection)
        .where('record_id', '=', id)
        .where('record', 'is', null),
    ),
    ...(at === null ? [] : [statement(read.insertInto('record_plans').values(newRow(context, input)))]),
  ];
}

/** By record, when it is taken down by itself. */
export async function takeDownTimes({ scoped }: ScopedContext, collection: Collection): Promise<Map<string, string>> {
  const rows = await storeOf(scoped)
    .read.selectFrom('record_plans')
    .select(['record_id', 'publish_at'])
    .where('collection', '=', collection)
    .where('record', 'is', null)
    .execute();
  return new Map(
    rows.flatMap(({ record_id, publish_at }) => (publish_at === null ? [] : [[record_id, isoAt(publish_at)]])),
  );
}

/** Whatever union's, the plans whose time has come; soonest first. */
export const duePlans = ({ scoped, tools }: ScopedContext): Promise<RecordPlanRow[]> =>
  storeOf(scoped)
    .read.selectFrom('record_plans')
    .selectAll()
    .where('publish_at', '<=', tools.now())
    .where('failure', 'is', null)
    .orderBy('publish_at')
    .limit(100)
    .execute();
