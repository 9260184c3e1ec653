/** Starts the writer's thread and one that only empties the log, so that no commit has to wait for it. */
import { Worker } from 'node:worker_threads';
import path from 'node:path';
import { StorageFailure } from '../failure';
import type { Answered, Asked, Told } from './worker';

/** Distributes over a union, so that each kind of message keeps its own fields. */
type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export interface WriterThread {
  ask(message: WithoutId<Asked>): Promise<Told[]>;
  stop(): Promise<void>;
}

/** TypeScript is run as it is; a thread does not inherit how. */
const ENTRY =
  "const { workerData } = require('node:worker_threads'); require(workerData.tsx); require(workerData.entry);";

export async function startWriter(file: string, auditKey: Buffer): Promise<WriterThread> {
  const worker = new Worker(ENTRY, {
    eval: true,
    workerData: { file, auditKey, tsx: require.resolve('tsx/cjs'), entry: path.join(__dirname, 'worker.ts') },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
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

const CHECKPOINTS = `
const { workerData } = require('node:worker_threads');
const { DatabaseSync } = require(workerData.driver);
const db = new DatabaseSync(workerData.file);
db.exec('pragma synchronous = full');
setInterval(() => { try { db.exec('pragma wal_checkpoint(passive)'); } catch {} }, 1000);
`;

/** Moves the log into the database every second, without ever making a writer or reader wait. */
export function startCheckpoints(file: string): { stop: () => Promise<number> } {
  const worker = new Worker(CHECKPOINTS, {
    eval: true,
    workerData: { file, driver: require.resolve('@photostructure/sqlite') },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  // What it cannot do, the writer does when the log grows too long.
  worker.on('error', () => undefined);
  return { stop: () => worker.terminate() };
}
