/** Publishes and takes down what was planned, once its time has come. Every process may do it; one does. */
import { problems } from '@yugong/domain/problem';
import type { Service } from '../../kernel/context';
import { ApiProblem } from '../../kernel/problem';
import type { RecordPlanRow } from '../../kernel/schema';
import type { ScopedContext } from '../context';
import { publishPuts } from '../data/content';
import { deletePlan, duePlans, failPlan, planDeletion, takeDownStatements } from '../data/plans';
import { currentRecord, takeDownRecord } from '../data/records';
import { Scoped } from '../data/scoped';

/** In the name of whoever planned it, for their union: it was theirs to publish when they said so. */
const contextOf = (service: Service, { staff_id, organisation }: RecordPlanRow): ScopedContext => ({
  scoped: new Scoped(service, staff_id, { organisation, districts: null }),
  tools: service,
});

async function takeDown(context: ScopedContext, row: RecordPlanRow): Promise<void> {
  const { collection, record_id: id } = row;
  if (!currentRecord(context, collection, id)) return deletePlan(context, row);
  const { done, faults } = await takeDownRecord(context, {
    collection,
    id,
    beside: () => ({ statements: [planDeletion(context, row)] }),
  });
  if (!done) await failPlan(context, row, faults.map(({ message }) => message).join('；'));
}

async function publish(context: ScopedContext, row: RecordPlanRow, text: string): Promise<void> {
  const { collection, record_id: id, seen, expires_at: at } = row;
  const record: { id: string; title?: string } = JSON.parse(text);
  const put = { collection, records: [record], seen: new Map([[id, seen]]) };
  const { done, version, faults } = await publishPuts(context, [put], `按时发布“${record.title ?? id}”`, () => ({
    statements: [
      planDeletion(context, row),
      ...(at === null ? [] : takeDownStatements(context, { collection, id, at })),
    ],
  }));
  if (!done) return void (await failPlan(context, row, faults.map(({ message }) => message).join('；')));
  // Nothing differs from what is served: no publication, and nothing that would hang on one.
  if (version === null) await deletePlan(context, row);
}

/**
 * Does everything whose time has come, soonest first.
 *
 * @returns how many plans were due
 */
export async function sweepRecordPlans(service: Service): Promise<number> {
  const all = { scoped: new Scoped(service, '', { organisation: null, districts: null }), tools: service };
  const due = await duePlans(all);
  if (due.length > 0) await service.content.refresh({ now: true });
  for (const row of due) {
    const context = contextOf(service, row);
    try {
      if (row.record === null) await takeDown(context, row);
      else await publish(context, row, row.record);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // Another process did it at the same moment.
      if (error.code !== 'stale') await failPlan(context, row, problems[error.code].title);
    }
  }
  return due.length;
}
