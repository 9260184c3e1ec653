/** What a job is, for those who write one. */
import type { FaultLog } from '../../kernel/account';
import type { AuditEntry, Statement } from '../../kernel/store';
import type { StaffContext } from '../context';

/** As the staff's operations have it, but nobody is waiting for an answer. */
export type JobContext = Omit<StaffContext, 'signIn'> & {
  log: FaultLog;
  job: {
    /** The same in every run of it. */
    id: string;
    /** When it was asked for, in milliseconds. */
    askedAt: number;
    /** What an earlier run that died found there was to do; null where this is the first, or it found nothing out. */
    total: number | null;
    /** Ends it, for a transaction that does all of it: the job is done exactly where its work is. */
    ending(finished: FinishedJob): { statements: Statement[]; audit: AuditEntry[] };
  };
};

export interface FinishedJob {
  /** The work's own transaction has ended the job already; see {@link JobContext}. */
  ended?: boolean;
  /** Told to whoever started it; nothing personal. */
  result: Record<string, unknown>;
  file?: { name: string; data: Buffer };
}

/** Notes how far it is. @throws where it is to stop here: it goes on elsewhere, or after a restart */
export type ReportProgress = (done: number, total: number | null) => Promise<void>;

/**
 * Must be able to begin again from the beginning at any time, and do what is left: a process may die in the middle.
 *
 * @throws JobRefused with what to say where it cannot be done at all
 */
export type JobWork = (context: JobContext, input: never, progress: ReportProgress) => Promise<FinishedJob>;

export class JobRefused extends Error {}
