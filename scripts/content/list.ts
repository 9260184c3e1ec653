/**
 * `npm run content -- stations|places FILE.csv|FILE.xlsx [--write] [--skip-bad] [--json]`: reads a union's list of stations, or
 * of places that help with the law, shows what would be new or change, and with `--write` puts it into the dataset.
 *
 * Every bad row is named with row, column, what stood there and what was expected. Any fault keeps everything from being
 * written, unless `--skip-bad` says to take the good rows. Empty cells change nothing.
 *
 * Exit 0 clean, 1 content at fault, 2 usage. The shape of `--json` is {@link ListReport} with the good rows under the
 * list's own name.
 */
import { writeFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { emptyReport, ofFile, type ListReport, type ListVerdict } from '@yugong/content/lists/report';
import { type Words, sayEnd, sayFaults, sayReport } from '@yugong/content/lists/say';
import { mergedRecords } from '@yugong/content/lists/settle';
import { type Table, LARGEST, tableOf, tooLarge } from '@yugong/content/lists/table';
import { templateOf, type Template } from '@yugong/content/lists/template';
import * as places from '@yugong/content/place-list';
import type { Dataset } from '@yugong/content/schema';
import * as stations from '@yugong/content/station-list';
import { messageOf } from '../lib/errors';
import { loadChecked } from './check';
import { collectionsFolder, writeCollections } from './files';
import { readListOptions, usageOf, type ListOptions } from './lists/options';

function tell(
  report: ListReport,
  entries: readonly ListVerdict[],
  { words, options }: { words: Words; options: ListOptions },
): void {
  if (options.json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  if (report.format !== null) console.log(`${sayReport(report, entries, words)}\n`);
  if (report.faults.length > 0) console.error(`${sayFaults(report)}\n`);
  console.log(sayEnd(report, options));
}

/** @throws what the file system throws; see {@link whyUnread} */
async function readListFile(file: string): Promise<Table> {
  const { size } = statSync(file);
  return size > LARGEST ? tooLarge(size) : tableOf(readFileSync(file));
}

/** Why there was nothing to read, as a sentence. */
function whyUnread(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有「${file}」这个文件`;
  return code === 'EISDIR' ? `「${file}」是文件夹，不是文件` : `「${file}」读不出来：${message}`;
}

type Record = { id: string };
/** What was found, and its good rows. */
interface Found {
  report: ListReport;
  good: readonly ListVerdict<Record>[];
}
interface List {
  /** What it is a list of, for the usage. */
  what: string;
  collection: 'stations' | 'legal-places';
  template: Template<string>;
  words: Words;
  read(table: Table, of: { file: string; dataset: Dataset; now: number }): Found;
}

/** By the command's name, which is also the name of the good rows in the report. */
const lists = {
  stations: {
    what: '驿站',
    collection: 'stations',
    template: stations.template,
    words: stations.words,
    read: (table, of) => {
      const report = stations.importStations(table, of);
      return { report, good: report.stations };
    },
  },
  places: {
    what: '维权地点',
    collection: 'legal-places',
    template: places.placeTemplate,
    words: places.words,
    read: (table, of) => {
      const report = places.importPlaces(table, of);
      return { report, good: report.places };
    },
  },
} satisfies { [name: string]: List };

/** The dataset's own fault: nothing can be said of a list against it. */
const inDataset = ({
  file,
  line,
  message,
}: {
  file: string;
  line: number;
  message: string;
}): ListReport['faults'][number] =>
  ofFile(file, line, `现有的资料有问题：${message}`, '先改好资料（npm run content -- check），再导入');

/** Runs the command on the dataset below `folder`. @returns its exit code */
export async function runList(
  name: keyof typeof lists,
  args: string[],
  folder = collectionsFolder,
  now = Date.now(),
): Promise<number> {
  const list: List = lists[name];
  const refuse = (message: string): number => {
    process.stderr.write(`${message}\n\n${usageOf(name, list.what)}`);
    return 2;
  };
  const options = readListOptions(args);
  if (typeof options === 'string') return refuse(options);
  if (options.template !== null) {
    writeFileSync(options.template, await templateOf(list.template, /\.csv$/i.test(options.template) ? 'csv' : 'xlsx'));
    console.log(`写好了空白模板：${options.template}`);
    return 0;
  }
  const { file } = options;
  const table = await readListFile(file).catch((error: NodeJS.ErrnoException) => whyUnread(file, error));
  if (typeof table === 'string') return refuse(table);
  const { dataset, faults } = loadChecked(folder, now);
  const { report, good } = dataset
    ? list.read(table, { file: path.basename(file), dataset, now })
    : { report: { ...emptyReport(file), faults: faults.map(inDataset), [name]: [] }, good: [] };
  if (dataset && options.write && (report.faults.length === 0 || options.skipBad)) write(dataset, good);
  tell(report, good, { words: list.words, options });
  return report.faults.length > 0 ? 1 : 0;

  function write(known: Dataset, verdicts: readonly ListVerdict<Record>[]): void {
    if (report.counts.new + report.counts.changed === 0) return;
    try {
      writeCollections({ [list.collection]: mergedRecords<Record>(known[list.collection], verdicts) }, folder);
      report.written = true;
    } catch (error) {
      const message = `写入失败，资料保持原样（${messageOf(error)}）`;
      report.faults.push(ofFile(path.relative(process.cwd(), folder), 1, message, '资料文件夹可以写入、磁盘有空位'));
    }
  }
}
