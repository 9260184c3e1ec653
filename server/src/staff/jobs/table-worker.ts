/** The thread that reads one uploaded list, and ends. What it can't bear ends with it, and not the service. */
import { parentPort, workerData } from 'node:worker_threads';
import { tableOf, type Table } from '@yugong/content/lists/table';
import { importStations, type StationReport } from '@yugong/content/station-list';
import { giveWay } from '../../kernel/thread';
import type { StationListContext } from './read-table';
import { workbookFault } from './workbook-limits';

interface Question {
  bytes: Uint8Array;
  /** What a list of stations is held against; null where only its rows are asked for. */
  stations: StationListContext | null;
}

const ZIP = '504b0304';

async function readTable(bytes: Buffer): Promise<Table> {
  const fault = bytes.subarray(0, 4).toString('hex') === ZIP ? workbookFault(bytes) : null;
  return fault === null ? tableOf(bytes) : { ok: false, row: 1, message: fault, expected: '按模板填的 .csv 或 .xlsx' };
}

async function answer({ bytes, stations }: Question): Promise<Table | StationReport> {
  const table = await readTable(Buffer.from(bytes));
  return stations === null ? table : importStations(table, stations);
}

giveWay();
const question: Question = workerData;
void answer(question).then((found) => parentPort?.postMessage(found));
