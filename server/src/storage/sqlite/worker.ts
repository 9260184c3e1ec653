/** The writer's thread: one message a batch, one answer a message. */
import { parentPort, workerData } from 'node:worker_threads';
import { defined } from '@yugong/domain/narrow';
import { failureOf } from '../failure';
import type { FailureKind } from '../../kernel/storage-failure';
import type { Job, JobResult } from '../jobs';
import { SqliteWriter } from './writer';

export type WriterRequest = { id: number } & (
  { type: 'batch'; jobs: Job[]; now: number } | { type: 'scrub' } | { type: 'close' }
);
/** Errors don't survive the way between threads as what they are; their kind does. */
export type WriterResult = { ok: JobResult } | { kind: FailureKind; message: string };
export interface WriterResponse {
  id: number;
  results: WriterResult[];
}

const port = defined(parentPort);
const { file, auditKey } = workerData as { file: string; auditKey: Uint8Array };
const writer = new SqliteWriter(file, Buffer.from(auditKey));

async function answer(request: WriterRequest): Promise<WriterResult[]> {
  try {
    if (request.type === 'batch') {
      const settled = await writer.run(request.jobs, request.now);
      return settled.map((one) => ('ok' in one ? one : { kind: one.error.kind, message: one.error.message }));
    }
    if (request.type === 'scrub') writer.truncateLog();
    else writer.close();
    return [];
  } catch (error) {
    const { kind, message } = failureOf(error);
    return [{ kind, message }];
  }
}

port.on('message', (request: WriterRequest) => {
  void answer(request).then((results) => {
    port.postMessage({ id: request.id, results } satisfies WriterResponse);
    if (request.type === 'close') port.close();
  });
});
port.postMessage({ id: 0, results: [] } satisfies WriterResponse);
