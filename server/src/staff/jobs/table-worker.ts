/** The thread that reads one uploaded list, and ends. What it can't bear ends with it, and not the service. */
import { parentPort, workerData } from 'node:worker_threads';
import { tableOf, type Table } from '@yugong/content/lists/table';
import { importStations, type StationReport } from '@yugong/content/station-list';
import { giveWay } from '../../kernel/thread';
import type { ReportHead, StationListContext } from './read-table';
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

/** Stations of a message: a few milliseconds of the thread that takes it. */
const PIECE = 250;

/** Tells the report without its stations, then so many of them as often as they are asked for: taking 5,000 at once holds up everybody. */
function answerInPieces({ stations, ...rest }: StationReport): void {
  let sent = 0;
  parentPort?.postMessage({ rest, count: stations.length } satisfies ReportHead);
  parentPort?.on('message', () => {
    parentPort?.postMessage(stations.slice(sent, sent + PIECE));
    sent += PIECE;
    if (sent >= stations.length) parentPort?.close();
  });
  if (stations.length === 0) parentPort?.close();
}

async function answer({ bytes, stations }: Question): Promise<void> {
  const table = await readTable(Buffer.from(bytes));
  if (stations === null) parentPort?.postMessage(table);
  else answerInPieces(importStations(table, stations));
}

giveWay();
const question: Question = workerData;
void answer(question);
