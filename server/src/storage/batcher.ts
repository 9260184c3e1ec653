/**
 * Commits whatever arrived while the last batch was being committed: no timer, so no delay when idle, and ever
 * larger batches under load. A caller is answered only when its batch is on disk.
 */
import { defined } from '@yugong/domain/narrow';
import { StorageFailure } from '../kernel/storage-failure';
import type { BatchObserver } from '../kernel/store';

export type Settled<R> = { ok: R } | { error: StorageFailure };
/** Settled, or on its way elsewhere, so that the batches behind it needn't wait. */
export type SettledOrLater<R> = Settled<R> | { later: Promise<R> };

interface Waiting<J, R> {
  job: J;
  resolve: (result: R | Promise<R>) => void;
  reject: (error: StorageFailure) => void;
}

export class Batcher<J, R> {
  private queue: Waiting<J, R>[] = [];
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    /** Settles every job, in order; it doesn't throw. */
    private readonly commit: (jobs: J[]) => Promise<SettledOrLater<R>[]>,
    private readonly limits: { batch: number; queue: number },
    private readonly onBatch: BatchObserver | undefined = undefined,
  ) {}

  get backlog(): number {
    return this.queue.length;
  }

  submit(job: J): Promise<R> {
    if (this.closed) return Promise.reject(new StorageFailure('unavailable', 'closed'));
    // Turning away at once is kinder than an answer after the caller has given up.
    if (this.queue.length >= this.limits.queue) return Promise.reject(new StorageFailure('busy', 'queue is full'));
    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject });
      this.running ??= this.run();
    });
  }

  private async run(): Promise<void> {
    // One turn of the loop lets requests that arrived together share the first batch.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, this.limits.batch);
      const began = performance.now();
      const results = await this.commit(batch.map(({ job }) => job));
      this.onBatch?.({ size: batch.length, seconds: (performance.now() - began) / 1000 });
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = defined(results[index]);
        if ('ok' in result) resolve(result.ok);
        else if ('later' in result) resolve(result.later);
        else reject(result.error);
      }
      const down = results.map((one) => ('error' in one ? one.error : null)).find((one) => one?.kind === 'unavailable');
      // Those behind have waited for the same database as long.
      if (down) for (const { reject } of this.queue.splice(0)) reject(down);
    }
    this.running = null;
  }

  /** Finishes what is waiting and takes nothing more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }
}
