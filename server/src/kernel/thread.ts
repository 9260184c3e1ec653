/** Threads for work that would hold up every request: waiting for the disk, reading a long text. */
import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';
import path from 'node:path';

/** From the source, TypeScript is run as it is: a thread does not inherit how. What is built is run by its file. */
const isFromSource = __filename.endsWith('.ts');
const SOURCE = "require('tsx/cjs'); require(require('node:worker_threads').workerData.entry);";

/**
 * Starts a thread.
 *
 * @param folder the caller's `__dirname`
 * @param name of the thread's file, without its ending; scripts/build-service builds it under the same name
 * @param data what the thread finds in `workerData`
 */
export const openThread = (
  { folder, name }: { folder: string; name: string },
  data: Record<string, unknown>,
  limits: ResourceLimits,
): Worker =>
  isFromSource
    ? new Worker(SOURCE, {
        eval: true,
        workerData: { ...data, entry: path.join(folder, `${name}.ts`) },
        execArgv: [],
        resourceLimits: limits,
      })
    : new Worker(path.join(folder, `${name}.mjs`), { workerData: data, execArgv: [], resourceLimits: limits });

/** In a thread: answers each message with what `work` makes of it. What it throws ends the thread, and is told by that. */
export function answerRequests<Request, Answer>(work: (request: Request) => Promise<Answer> | Answer): void {
  parentPort?.on('message', (request: Request) => {
    void Promise.resolve(work(request)).then((answer) => parentPort?.postMessage(answer));
  });
}
