/**
 * `npm run content -- stations FILE.csv|FILE.xlsx [--write] [--skip-bad] [--json]`: reads a union's list of stations, shows
 * what would be new or change, and with `--write` puts it into the dataset.
 *
 * Every bad row is named with row, column, what stood there and what was expected. Any fault keeps everything from being
 * written, unless `--skip-bad` says to take the good rows. Empty cells change nothing.
 *
 * Exit 0 clean, 1 content at fault, 2 usage. The shape of `--json` is {@link StationReport}.
 */
import path from 'node:path';
import { checkDataset } from '../../src/content/check';
import type { Dataset } from '../../src/content/schema';
import { dayAt } from '../../src/domain/calendar';
import { packHolidays } from '../../src/domain/opening-hours';
import { loadChecked } from './check';
import { collectionsFolder, writeCollections } from './files';
import { headingName, headingOf, headings, type Field } from './stations/headings';
import { Ids, matchRows, verdictOf } from './stations/match';
import { readOptions, usage, type StationOptions } from './stations/options';
import { letterOf, type StationFault, type StationRemark, type StationReport } from './stations/report';
import { rowReader, type StationRow } from './stations/row';
import { sayEnd, sayFaults, sayReport } from './stations/say';
import { readTable, type Cell, type Table } from './stations/table';
import { EXAMPLE, writeTemplate } from './stations/template';
import { textOf } from './stations/cells';

/** Runs the command on the dataset below `folder`. @returns its exit code */
export async function runStations(args: string[], folder = collectionsFolder, now = Date.now()): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(options);
  if (options.template !== null) {
    await writeTemplate(options.template);
    console.log(`写好了空白模板：${options.template}`);
    return 0;
  }
  let table: Table;
  try {
    table = await readTable(options.file);
  } catch (error) {
    return refuse(whyUnread(options.file, error as NodeJS.ErrnoException));
  }
  const report = importTable(table, options, folder, now);
  tell(report, options);
  return report.faults.length > 0 ? 1 : 0;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${usage}`);
  return 2;
}

function whyUnread(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有「${file}」这个文件`;
  return code === 'EISDIR' ? `「${file}」是文件夹，不是文件` : `「${file}」读不出来：${message}`;
}

const empty = (file: string): StationReport => ({
  file,
  format: null,
  rows: 0,
  written: false,
  counts: { new: 0, changed: 0, same: 0, bad: 0 },
  stations: [],
  faults: [],
  notes: [],
});

const ofFile = (file: string, row: number, message: string, expected: string): StationFault => ({
  file,
  row,
  column: null,
  letter: null,
  field: 'file',
  valueClass: 'row',
  message,
  expected,
});

function importTable(table: Table, options: StationOptions, folder: string, now: number): StationReport {
  const { file } = options;
  const report = empty(file);
  const fail = (...faults: StationFault[]): StationReport => ({ ...report, faults });
  if (!table.ok) return fail(ofFile(file, table.row, table.message, table.expected));
  const { dataset, faults } = loadChecked(folder);
  if (!dataset) {
    const expected = '先改好资料（npm run content -- check），再导入';
    return fail(...faults.map((one) => ofFile(one.file, one.line, `现有的资料有问题：${one.message}`, expected)));
  }
  const head = readHead(table.rows, file);
  report.format = table.format;
  report.notes.push(...head.notes);
  if (head.faults.length > 0) return fail(...head.faults);

  const today = dayAt(now);
  const titles = (table.rows[head.row - 1] ?? []).map((cell) => textOf(cell) ?? '');
  const read = rowReader({ file, places: head.places, titles, today }, { districts: dataset.districts, holidays: packHolidays(dataset.holidays) }); // prettier-ignore
  const rows: StationRow[] = [];
  for (const [at, cells] of table.rows.entries()) {
    if (at < head.row || isBlank(cells)) continue;
    report.rows++;
    const { station, faults: wrong, notes } = read(cells, at + 1);
    report.faults.push(...wrong);
    report.notes.push(...notes);
    if (station) rows.push(station);
  }
  const columnOf = (field: Field) => ({ column: headingName(field), letter: letterOf(head.places.get(field) ?? 0) });
  settle(report, rows, dataset, { file, today, columnOf });
  if (options.write && (report.faults.length === 0 || options.skipBad)) write(report, dataset, folder);
  return report;
}

/** A blank row, or the template's own example. */
const isBlank = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => textOf(cell) === null) || cells.some((cell) => cell === EXAMPLE.name);

/** Finds the row of headings among the first few: lists often have a title above them. */
function readHead(rows: readonly Cell[][], file: string) {
  const places = new Map<Field, number>();
  const faults: StationFault[] = [];
  const notes: StationRemark[] = [];
  const known = (cells: readonly Cell[]) => cells.filter((cell) => headingOf(String(cell ?? ''))).length;
  const at = rows.slice(0, 5).findIndex((cells) => known(cells) >= 2);
  for (const [column, cell] of (rows[at] ?? []).entries()) {
    const text = textOf(cell);
    const heading = text === null ? undefined : headingOf(text);
    const remark = { file, row: at + 1, column: text, letter: letterOf(column), field: 'row' as const, valueClass: 'text' as const }; // prettier-ignore
    if (text !== null && !heading) notes.push({ ...remark, message: '没有用到这一列；写错了列名就照模板改' });
    else if (heading && places.has(heading.field))
      faults.push({ ...remark, message: `「${heading.heading}」有两列`, expected: '只留一列' }); // prettier-ignore
    else if (heading) places.set(heading.field, column);
  }
  const missing = headings.filter(({ field, isRequired }) => isRequired && !places.has(field)).map(({ heading }) => heading); // prettier-ignore
  if (missing.length > 0) {
    faults.push(ofFile(file, Math.max(1, at + 1), `缺少列：${missing.join('、')}`, '第一行是列名，至少有 名称、类型、区县；模板：docs/stations-template.xlsx')); // prettier-ignore
  }
  return { row: at + 1, places, faults, notes };
}

/** Decides what every good row becomes, and checks that the dataset takes it. */
function settle(
  report: StationReport,
  rows: readonly StationRow[],
  dataset: Dataset,
  { file, today, columnOf }: { file: string; today: string; columnOf(field: Field): { column: string; letter: string } }, // prettier-ignore
): void {
  const { matched, misfits } = matchRows(rows, dataset);
  for (const { station, field, message, expected } of misfits) {
    report.faults.push({ file, row: station.row, ...columnOf(field), field, valueClass: 'text', message, expected });
  }
  const used = Object.values(dataset).flatMap((records) => (records as { id: string }[]).map(({ id }) => id));
  const ids = new Ids(used, new Map(dataset.districts.map(({ adcode, title }) => [adcode, title])));
  const name = path.basename(file);
  report.stations = matched.map(({ station, record }) =>
    verdictOf(station, record, { id: record?.id ?? ids.next(station), file: name, today }),
  );
  const refused = refusedBySchema(report, dataset, file);
  report.stations = report.stations.filter(({ id }) => !refused.has(id));
  for (const { status } of report.stations) report.counts[status]++;
  report.counts.bad = new Set(report.faults.map(({ row }) => row)).size;
  report.faults.sort((a, b) => a.row - b.row);
}

/** Whatever the rows' own checks let through, the dataset's check has the last word. */
function refusedBySchema(report: StationReport, dataset: Dataset, file: string): Set<string> {
  const rowOf = new Map(report.stations.map(({ id, row }) => [id, row]));
  const refused = new Set<string>();
  for (const { id, path: field, message } of checkDataset(merged(dataset, report)).faults) {
    const row = id === null ? undefined : rowOf.get(id);
    if (id === null || row === undefined) continue;
    refused.add(id);
    report.faults.push({ file, row, column: null, letter: null, field: 'row', valueClass: 'row', message: `资料收不下 ${field.join('.')}：${message}`, expected: '资料的格式收得下的内容' }); // prettier-ignore
  }
  return refused;
}

/** The dataset with the list's stations in it: changed ones in their places, new ones at the end. */
function merged(dataset: Dataset, { stations }: StationReport): Dataset {
  const changed = new Map(stations.map(({ id, record }) => [id, record]));
  const known = new Set(dataset.stations.map(({ id }) => id));
  const added = stations.filter(({ id }) => !known.has(id)).map(({ record }) => record);
  return { ...dataset, stations: [...dataset.stations.map((one) => changed.get(one.id) ?? one), ...added] };
}

function write(report: StationReport, dataset: Dataset, folder: string): void {
  if (report.counts.new + report.counts.changed === 0) return;
  try {
    writeCollections({ stations: merged(dataset, report).stations }, folder);
    report.written = true;
  } catch (error) {
    const message = `写入失败，资料保持原样（${(error as Error).message}）`;
    report.faults.push(ofFile(path.relative(process.cwd(), folder), 1, message, '资料文件夹可以写入、磁盘有空位'));
  }
}

function tell(report: StationReport, options: StationOptions): void {
  if (options.json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  if (report.format !== null) console.log(`${sayReport(report)}\n`);
  if (report.faults.length > 0) console.error(`${sayFaults(report)}\n`);
  console.log(sayEnd(report, options));
}
