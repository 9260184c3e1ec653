/** One's own jobs, as they are shown. */
import type { JobWire } from '@yugong/domain/job/wire';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import type { StaffJobRow } from '../../kernel/schema';
import type { StaffContext } from '../context';
import { fileContext } from './queue';

type Shown = Omit<StaffJobRow, 'file' | 'input'>;

const jobWire = (row: Shown): JobWire => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  done: row.done,
  total: row.total,
  result: row.result === null ? null : (JSON.parse(row.result) as Record<string, unknown>),
  problem: row.problem,
  file: row.file_name,
  fileUntil: row.file_until === null ? null : isoAt(row.file_until),
  createdAt: isoAt(row.created_at),
  finishedAt: row.finished_at === null ? null : isoAt(row.finished_at),
});

/** All but the file and what was asked, which may be megabytes. */
const COLUMNS = [
  'id',
  'kind',
  'staff_id',
  'title',
  'state',
  'done',
  'total',
  'result',
  'problem',
  'file_name',
  'file_until',
  'claim',
  'lease_until',
  'tries',
  'created_at',
  'finished_at',
] as const;

export async function jobsOf({ scoped }: StaffContext): Promise<JobWire[]> {
  const rows = await scoped.jobs().select(COLUMNS).orderBy('created_at', 'desc').limit(50).execute();
  return rows.map(jobWire);
}

export async function jobOf({ scoped }: StaffContext, id: string): Promise<JobWire> {
  const row = await scoped.jobs().select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return jobWire(row);
}

export async function jobFile(
  { scoped, member, tools }: StaffContext,
  id: string,
): Promise<{ name: string; data: Buffer }> {
  const row = await scoped.jobs().selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.file === null || (row.file_until ?? 0) <= tools.now()) throw new ApiProblem('not-found');
  await scoped.saw('job.file-fetched', id, { kind: row.kind });
  return { name: row.file_name ?? 'file', data: Buffer.from(member.key.unseal(row.file, fileContext(id)), 'base64') };
}
