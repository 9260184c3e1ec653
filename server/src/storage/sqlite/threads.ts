/** Starts the writer's thread: waiting for the disk would hold up every request. */
import { StorageFailure } from '../../kernel/storage-failure';
import { openThread } from '../../kernel/thread';
import type { WriterResponse, WriterRequest, WriterResult } from './worker';

/** Distributes over a union, so that each kind of message keeps its own fields. */
type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export interface WriterThread {
  ask(message: WithoutId<WriterRequest>): Promise<WriterResult[]>;
  stop(): Promise<void>;
}

export async function startWriter(file: string, auditKey: Buffer): Promise<WriterThread> {
  const worker = openThread(
    { folder: __dirname, name: 'worker' },
    { file, auditKey },
    { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 },
  );
  const waiting = new Map<number, { resolve: (results: WriterResult[]) => void; reject: (error: Error) => void }>();
  let serial = 0;
  let stopped: StorageFailure | null = null;
  const rejectAll = (why: string): void => {
    stopped = new StorageFailure('unavailable', why);
    for (const { reject } of waiting.values()) reject(stopped);
    waiting.clear();
  };
  const ready = new Promise<WriterResult[]>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', ({ id, results }: WriterResponse) => {
    waiting.get(id)?.resolve(results);
    waiting.delete(id);
  });
  worker.on('error', (error) => rejectAll(error.message));
  worker.on('exit', () => rejectAll('the writer has stopped'));
  await ready;
  const ask: WriterThread['ask'] = (message) =>
    new Promise((resolve, reject) => {
      if (stopped) return reject(stopped);
      const id = (serial += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...message, id });
    });
  return {
    ask,
    stop: async () => {
      if (!stopped) await ask({ type: 'close' });
      await worker.terminate();
    },
  };
}
