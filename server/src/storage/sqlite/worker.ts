/** The writer's thread: one message a batch, one answer a message. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf } from '../failure';
import type { FailureKind } from '../../kernel/storage-failure';
import type { Job, JobResult } from '../jobs';
import { SqliteWriter } from './writer';

export type Asked = { id: number } & (
  { type: 'batch'; jobs: Job[]; now: number } | { type: 'scrub' } | { type: 'close' }
);
/** Errors don't survive the way between threads as what they are; their kind does. */
export type Told = { ok: JobResult } | { kind: FailureKind; message: string };
export interface Answered {
  id: number;
  results: Told[];
}

const port = parentPort as MessagePort;
const { file, auditKey } = workerData as { file: string; auditKey: Uint8Array };
const writer = new SqliteWriter(file, Buffer.from(auditKey));

async function answer(asked: Asked): Promise<Told[]> {
  try {
    if (asked.type === 'batch') {
      const settled = await writer.run(asked.jobs, asked.now);
      return settled.map((one) => ('ok' in one ? one : { kind: one.error.kind, message: one.error.message }));
    }
    if (asked.type === 'scrub') writer.truncateLog();
    else writer.close();
    return [];
  } catch (error) {
    const { kind, message } = failureOf(error);
    return [{ kind, message }];
  }
}

port.on('message', (asked: Asked) => {
  void answer(asked).then((results) => {
    port.postMessage({ id: asked.id, results } satisfies Answered);
    if (asked.type === 'close') port.close();
  });
});
port.postMessage({ id: 0, results: [] } satisfies Answered);
