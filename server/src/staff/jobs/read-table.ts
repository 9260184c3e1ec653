/** Uploaded lists are read in a thread of their own, with bounds of memory and time: one file must not stop everybody. */
import type { Table } from '@yugong/content/lists/table';
import { openThread } from '../../kernel/thread';
import { JobRefused } from './types';

/** Many times what the largest list that is let in needs. */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };
/** In milliseconds; a list of 20,000 rows takes a few seconds. */
const TIMEOUT = 30_000;

const TOO_MUCH = '这张表太大，读到一半停下了，没有导入。请删掉空行、空列和多余的工作表，另存后再试';

/**
 * The rows of an uploaded list.
 *
 * @throws JobRefused where reading it takes more memory or time than a list may
 */
export function readTable(bytes: Buffer, timeout = TIMEOUT): Promise<Table> {
  return new Promise((resolve, reject) => {
    const thread = openThread({ folder: __dirname, name: 'table-worker' }, { bytes }, LIMITS);
    const refuse = (): void => reject(new JobRefused(TOO_MUCH));
    const timer = setTimeout(() => {
      refuse();
      void thread.terminate();
    }, timeout);
    thread.once('message', resolve);
    // Out of memory ends the thread, and it says so here.
    thread.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse();
      else reject(error);
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      refuse();
    });
  });
}
