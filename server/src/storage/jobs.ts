/** What travels to the writer, and how a batch that breaks is taken apart. */
import { mayFree, sessionsOf, type Command, type Outcome } from '@yugong/domain/registration';
import { failureOf, isFatal } from './failure';
import type { StorageFailure } from '../kernel/storage-failure';
import type { Settled } from './batcher';
import type { AuditEntry, Statement, Submission, Written } from '../kernel/store';

export type Job =
  { type: 'command'; submission: Submission } | { type: 'write'; statements: Statement[]; audit: AuditEntry[] };
export type JobResult = Outcome | Written;

export const commandsOf = (jobs: readonly Job[]): Submission[] =>
  jobs.flatMap((job) => (job.type === 'command' ? [job.submission] : []));

/** The sessions to lock, in the one order that everybody locks them in. */
export const sessionIds = (commands: readonly Command[]): string[] => [...new Set(commands.flatMap(sessionsOf))].sort();

/** How much of a session's line a batch can reach. */
export const waitlistReach = (
  commands: readonly Command[],
  session: { id: string; capacity: number; held: number },
  offersDue: number,
): number =>
  commands
    .filter((command) => command.sessionId === session.id)
    .reduce((sum, command) => sum + mayFree(command, session.capacity), offersDue) +
  Math.max(0, session.capacity - session.held);

/** Settles every job of a batch that could not be committed together: each alone, unless that is pointless. */
export async function retryIndividually<J, R>(
  jobs: readonly J[],
  cause: unknown,
  runJob: (job: J) => Promise<R> | R,
): Promise<Settled<R>[]> {
  const failure = failureOf(cause);
  if (isFatal(failure.kind)) return jobs.map(() => ({ error: failure }));
  const results: Settled<R>[] = [];
  let fatal: StorageFailure | null = null;
  for (const job of jobs) {
    if (fatal) {
      results.push({ error: fatal });
      continue;
    }
    try {
      results.push({ ok: await runJob(job) });
    } catch (error) {
      const own = failureOf(error);
      if (isFatal(own.kind)) fatal = own;
      results.push({ error: own });
    }
  }
  return results;
}
