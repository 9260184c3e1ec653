/** Long work, kept in the database: it survives a reload and a restart. */
import * as v from 'valibot';

export const jobKinds = [
  'cancel-session',
  'import-sessions',
  'export-roster',
  'import-stations',
  'export-stations',
  'geocode-stations',
] as const;
export type JobKind = (typeof jobKinds)[number];
export const jobStates = ['queued', 'running', 'done', 'failed'] as const;

export const JobWire = v.object({
  id: v.string(),
  kind: v.picklist(jobKinds),
  title: v.string(),
  state: v.picklist(jobStates),
  done: v.number(),
  /** Null while it isn't known. */
  total: v.nullable(v.number()),
  /** What came of it, by kind; null until then. */
  result: v.nullable(v.looseObject({})),
  /** Why it failed, for people. */
  problem: v.nullable(v.string()),
  /** A name where there is a file to fetch. */
  file: v.nullable(v.string()),
  fileUntil: v.nullable(v.string()),
  createdAt: v.string(),
  finishedAt: v.nullable(v.string()),
});
export const JobsWire = v.object({ jobs: v.array(JobWire) });
export const JobStartedWire = v.object({ jobId: v.string() });

export type JobWire = v.InferOutput<typeof JobWire>;
