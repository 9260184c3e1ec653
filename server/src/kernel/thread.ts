/** Threads for work that would hold up every request: waiting for the disk, reading a long text. */
import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import path from 'node:path';
import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';

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

/** Nice values that a thread steps back by: a tenth of the processor where others want all of it. */
const STEPS_BACK = 10;
const LOWEST = 19;

/**
 * In a thread: lets the serving thread and the writer have the processor first, as long as they want it. Linux takes a
 * thread's own number where POSIX has a process's (setpriority(2)); other systems have no priority for a single thread.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), Math.min(LOWEST, getPriority() + STEPS_BACK));
  } catch {
    // A sandbox may hide /proc or refuse the call: the work is done all the same, at everybody's priority.
  }
}

/** In a thread: answers each message with what `work` makes of it, and gives way to whoever serves. What it throws ends the thread, and is told by that. */
export function answerRequests<Request, Answer>(work: (request: Request) => Promise<Answer> | Answer): void {
  giveWay();
  parentPort?.on('message', (request: Request) => {
    void Promise.resolve(work(request)).then((answer) => parentPort?.postMessage(answer));
  });
}
