/** Jobs in the database: asked for, claimed by one run at a time, with a lease that a dead process lets go. */
import type { JobKind } from '@yugong/domain/job/wire';
import { DAY } from '@yugong/domain/time';
import { newId, newSecret } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import { storeOf } from '../data/scoped';
import type { StaffContext } from '../context';
import type { StaffJobRow } from '../../kernel/schema';
import { statement, type AuditEntry, type Statement, type Store } from '../../kernel/store';
import type { FinishedJob } from './types';

const LEASE = 30_000;
/** Runs that may die before a job is given up. A run that let its lease go doesn't count. */
const TRIES = 5;
/** A file that ended the process that read it would end the next one too. */
const TRIES_OF_READING = 1;

/** An import knows its total once its file has been read: from then on it is work like any other. */
const isReading = ({ kind, total }: Pick<StaffJobRow, 'kind' | 'total'>): boolean =>
  kind.startsWith('import-') && total === null;
/** A file is fetched soon, or it is made again. */
export const FILE_LIFE = DAY;

export const inputContext = (id: string): string => `job|${id}`;
export const fileContext = (id: string): string => `job-file|${id}`;

/** @returns the statement that asks for it, to be written with whatever else it belongs to */
export function queueJob(
  { scoped, tools, member }: Pick<StaffContext, 'scoped' | 'tools' | 'member'>,
  kind: JobKind,
  title: string,
  input: unknown,
): { id: string; statement: Statement } {
  const now = tools.now();
  const id = newId(now);
  const row: StaffJobRow = {
    id,
    kind,
    staff_id: member.id,
    title,
    state: 'queued',
    input: member.key.seal(JSON.stringify(input), inputContext(id)),
    done: 0,
    total: null,
    result: null,
    problem: null,
    file_name: null,
    file: null,
    file_until: null,
    claim: null,
    lease_until: 0,
    tries: 0,
    created_at: now,
    finished_at: null,
  };
  return { id, statement: statement(storeOf(scoped).read.insertInto('staff_jobs').values(row)) };
}

export interface ClaimedJob {
  row: StaffJobRow;
  claim: string;
}

type Asking = Pick<Service, 'store' | 'now'>;

const waiting = ({ store, now }: Asking) =>
  store.read
    .selectFrom('staff_jobs')
    .selectAll()
    .where('state', 'in', ['queued', 'running'])
    .where('lease_until', '<=', now())
    .orderBy('created_at')
    .limit(5);

/** The oldest job that nobody is at. Of several processes that want it the row's lock lets one have it. */
export async function claimNext(service: Asking): Promise<ClaimedJob | null> {
  const { store, now } = service;
  for (const row of await waiting(service).execute()) {
    if (row.tries >= (isReading(row) ? TRIES_OF_READING : TRIES)) {
      await store.write([
        jobUpdate(store, row.id, row.claim, {
          state: 'failed',
          problem: isReading(row)
            ? '读这张表的时候服务中断了，没有导入；请检查表格是不是过大，再重新导入'
            : '试了几次都没有做完，请重新来一次',
          finished_at: now(),
        }),
      ]);
      continue;
    }
    const claim = newSecret(9);
    const take = store.read
      .updateTable('staff_jobs')
      .set({ state: 'running', claim, lease_until: now() + LEASE, tries: row.tries + 1 })
      .where('id', '=', row.id)
      .where('state', 'in', ['queued', 'running'])
      .where('lease_until', '<=', now());
    if ((await store.write([statement(take, 1)])).done) return { row, claim };
  }
  return null;
}

function jobUpdate(store: Store, id: string, claim: string | null, change: Partial<StaffJobRow>): Statement {
  const update = store.read.updateTable('staff_jobs').set(change).where('id', '=', id);
  return statement(claim === null ? update.where('claim', 'is', null) : update.where('claim', '=', claim), 1);
}

/** Keeps the lease and says how far it is. @returns false where another run has it by now */
export async function renewLease(
  { store, now }: Asking,
  { row, claim }: ClaimedJob,
  at: { done?: number; total?: number | null } = {},
): Promise<boolean> {
  return (await store.write([jobUpdate(store, row.id, claim, { ...at, lease_until: now() + LEASE })])).done;
}

/** Lets it go, for whoever comes next: it stopped in the middle. */
export async function releaseLease({ store }: Asking, { row, claim }: ClaimedJob): Promise<void> {
  await store.write([jobUpdate(store, row.id, claim, { lease_until: 0, tries: Math.max(0, row.tries) })]);
}

/** What ends a job, to be written alone or with its work; it changes nothing where another run has it by now. */
export function jobEnding(
  { store, now }: Asking,
  { row, claim }: ClaimedJob,
  { result, file }: FinishedJob,
  seal: (plain: string, context: string) => string,
): { statements: Statement[]; audit: AuditEntry[] } {
  const sealed = file
    ? {
        file_name: file.name,
        file: seal(file.data.toString('base64'), fileContext(row.id)),
        file_until: now() + FILE_LIFE,
      }
    : {};
  const change = { state: 'done' as const, result: JSON.stringify(result), finished_at: now(), ...sealed };
  const entry = { actor: `staff:${row.staff_id}`, action: 'job.done', subject: row.id, detail: { kind: row.kind } };
  return { statements: [jobUpdate(store, row.id, claim, change)], audit: [entry] };
}

export async function failJob({ store, now }: Asking, { row, claim }: ClaimedJob, problem: string): Promise<void> {
  await store.write([jobUpdate(store, row.id, claim, { state: 'failed', problem, finished_at: now() })]);
}

/** After a restart of the only process that can have been at them, jobs needn't wait for their leases. */
export async function releaseAll({ store }: Pick<Service, 'store'>): Promise<void> {
  if (store.engine !== 'sqlite') return;
  await store.write([
    statement(store.read.updateTable('staff_jobs').set({ lease_until: 0 }).where('state', '=', 'running')),
  ]);
}

/** Files have a day, jobs a month. */
export async function sweepJobs({ store, now }: Asking): Promise<void> {
  const { read } = store;
  await store.write([
    statement(
      read
        .updateTable('staff_jobs')
        .set({ file: null, file_name: null, file_until: null })
        .where('file_until', '<=', now()),
    ),
    statement(
      read
        .deleteFrom('staff_jobs')
        .where('created_at', '<', now() - 30 * FILE_LIFE)
        .where('state', 'in', ['done', 'failed']),
    ),
  ]);
}
