/**
 * Queues for the sessions whose rows somebody else holds: their commands wait there, each session's by themselves, so
 * that those to all other sessions go on. A session is back in the common batch once its queue is empty.
 */
import { defined } from '@yugong/domain/narrow';
import { sessionsOf, type Outcome } from '@yugong/domain/registration';
import { StorageFailure } from '../../kernel/storage-failure';
import type { Submission } from '../../kernel/store';
import { Batcher } from '../batcher';
import { failureOf } from '../failure';
import { retryIndividually } from '../jobs';
import { Committer, type CommitterOptions } from './committer';

/** Connections for all such queues together; each is held for as long as a lock is waited for, a third of a second. */
const COMMITTERS = 3;
/** Commands that may wait for one session before others are turned away. */
const MAX_WAITING = 500;
/** How long a lock is waited for, in milliseconds, and between two tries, while the connection serves others. */
const PATIENCE = 4000;
const BETWEEN_TRIES = 50;
/** Tries of a command that met another process's: each time that one has won, so it ends. */
const TRIES = 6;

interface SessionQueue {
  sessions: string[];
  batcher: Batcher<Submission, Outcome>;
  waiting: number;
}

/** Runs `work` again while somebody else has the lock that it needs. @throws StorageFailure `busy` when that took too long */
export async function whileLocked<T>(work: () => Promise<T>, until = performance.now() + PATIENCE): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const { kind, message } = failureOf(error);
      if (kind !== 'locked') throw error;
      if (performance.now() > until) throw new StorageFailure('busy', message);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES));
    }
  }
}

export class LockedSessions {
  private readonly queues = new Map<string, SessionQueue>();
  private readonly committers: Committer[];
  private readonly free: Committer[];
  private readonly wanting: ((committer: Committer) => void)[] = [];

  constructor(
    options: CommitterOptions,
    private readonly maxBatch: number,
  ) {
    this.committers = Array.from({ length: COMMITTERS }, () => new Committer(options));
    this.free = [...this.committers];
  }

  /** Does a command have to wait here, because others to one of its sessions do? */
  has(submission: Submission): boolean {
    if (this.queues.size === 0) return false;
    const sessions = sessionsOf(submission.command);
    return [...this.queues.values()].some((queue) => queue.sessions.some((id) => sessions.includes(id)));
  }

  get backlog(): number {
    return [...this.queues.values()].reduce((sum, { batcher }) => sum + batcher.backlog, 0);
  }

  /** As the common batch does: answers when it is on disk. @throws StorageFailure where nothing was kept */
  async submit(submission: Submission): Promise<Outcome> {
    // A move waits for itself: it must not hold up those who only want one of its two sessions.
    const sessions = [...new Set(sessionsOf(submission.command))].sort();
    const name = sessions.join(' ');
    const queue = this.queues.get(name) ?? {
      sessions,
      waiting: 0,
      batcher: new Batcher((batch) => this.commit(batch), { batch: this.maxBatch, queue: MAX_WAITING }),
    };
    this.queues.set(name, queue);
    queue.waiting += 1;
    try {
      return await queue.batcher.submit(submission);
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.queues.delete(name);
      if (this.queues.size === 0) void this.rest();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map(({ batcher }) => batcher.close()));
    await this.rest();
  }

  private async commit(batch: Submission[]) {
    const until = performance.now() + PATIENCE;
    const commit = (some: readonly Submission[]): Promise<Outcome[]> =>
      whileLocked(() => this.onCommitter((committer) => committer.commit(some)), until);
    try {
      return (await commit(batch)).map((ok) => ({ ok }));
    } catch (failure) {
      return retryIndividually(batch, failure, async (one) => {
        for (let tried = 1; ; tried += 1) {
          try {
            return defined((await commit([one]))[0]);
          } catch (error) {
            if (failureOf(error).kind !== 'conflict' || tried === TRIES) throw error;
          }
        }
      });
    }
  }

  private async onCommitter<T>(work: (committer: Committer) => Promise<T>): Promise<T> {
    const committer = this.free.pop() ?? (await new Promise<Committer>((resolve) => this.wanting.push(resolve)));
    try {
      return await work(committer);
    } finally {
      const next = this.wanting.shift();
      if (next) next(committer);
      else this.free.push(committer);
    }
  }

  /** While nothing is locked, the database keeps no connections for it. */
  private async rest(): Promise<void> {
    await Promise.all(this.committers.map((committer) => committer.rest()));
  }
}
