/** Starts the writer's thread: waiting for the disk would hold up every request. */
import { Worker, type ResourceLimits } from 'node:worker_threads';
import path from 'node:path';
import { StorageFailure } from '../../kernel/storage-failure';
import type { Answered, Asked, Told } from './worker';

/** Distributes over a union, so that each kind of message keeps its own fields. */
type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export interface WriterThread {
  ask(message: WithoutId<Asked>): Promise<Told[]>;
  stop(): Promise<void>;
}

/** From the source, TypeScript is run as it is: a thread does not inherit how. What is built is run by its file. */
const fromSource = __filename.endsWith('.ts');
const SOURCE = "require('tsx/cjs'); require(require('node:worker_threads').workerData.entry);";

const openThread = (data: Record<string, unknown>, limits: ResourceLimits): Worker =>
  fromSource
    ? new Worker(SOURCE, {
        eval: true,
        workerData: { ...data, entry: path.join(__dirname, 'worker.ts') },
        execArgv: [],
        resourceLimits: limits,
      })
    : new Worker(path.join(__dirname, 'worker.mjs'), { workerData: data, execArgv: [], resourceLimits: limits });

export async function startWriter(file: string, auditKey: Buffer): Promise<WriterThread> {
  const worker = openThread({ file, auditKey }, { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 });
  const waiting = new Map<number, { resolve: (told: Told[]) => void; reject: (error: Error) => void }>();
  let serial = 0;
  let gone: StorageFailure | null = null;
  const lost = (why: string): void => {
    gone = new StorageFailure('unavailable', why);
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const ready = new Promise<Told[]>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', ({ id, results }: Answered) => {
    waiting.get(id)?.resolve(results);
    waiting.delete(id);
  });
  worker.on('error', (error) => lost(error.message));
  worker.on('exit', () => lost('the writer has stopped'));
  await ready;
  const ask: WriterThread['ask'] = (message) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = (serial += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...message, id });
    });
  return {
    ask,
    stop: async () => {
      if (!gone) await ask({ type: 'close' });
      await worker.terminate();
    },
  };
}
