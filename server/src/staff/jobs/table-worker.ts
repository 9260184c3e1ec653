/** The thread that reads one uploaded list, and ends. What it can't bear ends with it, and not the service. */
import { parentPort, workerData } from 'node:worker_threads';
import { tableOf, type Table } from '@yugong/content/lists/table';
import { workbookFault } from './workbook-limits';

const ZIP = '504b0304';

async function readTable(bytes: Buffer): Promise<Table> {
  const fault = bytes.subarray(0, 4).toString('hex') === ZIP ? workbookFault(bytes) : null;
  return fault === null ? tableOf(bytes) : { ok: false, row: 1, message: fault, expected: '按模板填的 .csv 或 .xlsx' };
}

const { bytes }: { bytes: Uint8Array } = workerData;
void readTable(Buffer.from(bytes)).then((table) => parentPort?.postMessage(table));
