/** Uploaded lists are read in a thread of their own, with bounds of memory and time: one file must not stop everybody. */
import type { Worker } from 'node:worker_threads';
import type { Table } from '@yugong/content/lists/table';
import type { importStations, StationReport } from '@yugong/content/station-list';
import { openThread } from '../../kernel/thread';
import { JobRefused } from './types';

/** Many times what the largest list that is let in needs. */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };
/** In milliseconds; a list of 20,000 rows takes a few seconds. */
const TIMEOUT = 30_000;

const TOO_MUCH = '这张表太大，读到一半停下了，没有导入。请删掉空行、空列和多余的工作表，另存后再试';

/** What a list of stations is held against; see `importStations`. */
export type StationListContext = Parameters<typeof importStations>[1];

/** What the thread tells of a list of stations before the stations themselves, which it gives a few at a time. */
export interface ReportHead {
  rest: Omit<StationReport, 'stations'>;
  count: number;
}

/**
 * The rows of an uploaded list.
 *
 * @throws JobRefused where reading it takes more memory or time than a list may
 */
export const readTable = (bytes: Buffer, timeout = TIMEOUT): Promise<Table> =>
  readInThread<Table, Table>({ bytes, stations: null }, timeout, (table) => table);

/**
 * What an uploaded list of stations would change: reading 5,000 rows and checking the dataset that they would make takes
 * a second, which nobody else waits for.
 *
 * @throws JobRefused as {@link readTable}
 */
export const readStations = (bytes: Buffer, stations: StationListContext): Promise<StationReport> => {
  let report: StationReport | null = null;
  let count = 0;
  return readInThread<ReportHead | StationReport['stations'], StationReport>(
    { bytes, stations },
    TIMEOUT,
    (message, thread) => {
      if (Array.isArray(message)) report?.stations.push(...message);
      else {
        report = { ...message.rest, stations: [] };
        count = message.count;
      }
      if (report && report.stations.length >= count) return report;
      thread.postMessage('more');
      return null;
    },
  );
};

/** Runs the thread until `take` has made an answer of its messages. */
function readInThread<Message, Answer>(
  data: { bytes: Buffer; stations: StationListContext | null },
  timeout: number,
  take: (message: Message, thread: Worker) => Answer | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = openThread({ folder: __dirname, name: 'table-worker' }, data, LIMITS);
    const refuse = (): void => reject(new JobRefused(TOO_MUCH));
    const timer = setTimeout(() => {
      refuse();
      void thread.terminate();
    }, timeout);
    thread.on('message', (message: Message) => {
      const answer = take(message, thread);
      if (answer !== null) resolve(answer);
    });
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
