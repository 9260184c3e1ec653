/**
 * A union's list of stations against the dataset: what would be new or change, and what is wrong with which cell.
 *
 * Pure: the command line and the service read the file and keep what comes of it, with the same words.
 */
import { dayAt, type Day } from '../../domain/calendar';
import { packHolidays } from '../../domain/opening-hours';
import { headingName, readHead, type Head } from '../lists/columns';
import { textOf } from '../lists/cells';
import { Ids, matchRows } from '../lists/match';
import { emptyReport, letterOf, ofFile, type ListReport, type Verdict } from '../lists/report';
import { idsOf, refusedByDataset } from '../lists/settle';
import type { Cell, Table } from '../lists/table';
import type { Dataset, RecordOf } from '../schema';
import { example, headings, type Field } from './headings';
import { verdictOf } from './record';
import { rowReader, type StationRow } from './row';

export { words } from './say';
export { headings, type Field } from './headings';
export { template } from './template';

/**
 * `stations` has the good rows, `faults` what is wrong with the bad ones. With any fault nothing is to be kept, unless
 * somebody says that the good ones may be.
 */
export interface StationReport extends ListReport<Field> {
  stations: Verdict<RecordOf<'stations'>>[];
}

/**
 * Reads a list. Nothing is written; {@link StationReport.stations} has the records to keep.
 *
 * @param table what `tableOf` made of the file's bytes
 * @param of `file`: the name that faults and sources carry; `now`: milliseconds since the epoch
 * @example
 * const report = importStations(await tableOf(bytes), { file: '名单.xlsx', dataset, now: Date.now() });
 * if (report.faults.length === 0) keep(mergedRecords(dataset.stations, report.stations));
 */
export function importStations(
  table: Table,
  { file, dataset, now }: { file: string; dataset: Dataset; now: number },
): StationReport {
  const report: StationReport = { ...emptyReport<Field>(file), stations: [] };
  if (!table.ok) return { ...report, faults: [ofFile(file, table.row, table.message, table.expected)] };
  const head = readHead(table.rows, headings, file);
  report.format = table.format;
  report.notes.push(...head.notes);
  if (head.faults.length > 0) return { ...report, faults: head.faults };

  const today = dayAt(now);
  const holidays = packHolidays(dataset.holidays);
  const read = rowReader({ file, head, today }, { districts: dataset.districts, holidays });
  const rows: StationRow[] = [];
  for (const [at, cells] of table.rows.entries()) {
    if (at < head.row || isBlank(cells)) continue;
    report.rows++;
    const { station, faults, notes } = read(cells, at + 1);
    report.faults.push(...faults);
    report.notes.push(...notes);
    if (station) rows.push(station);
  }
  settle(report, rows, dataset, head, today);
  return report;
}

/** A blank row, or the template's own example. */
const isBlank = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => textOf(cell) === null) || cells.some((cell) => cell === example.name);

/** Decides what every good row becomes, and checks that the dataset takes it. */
function settle(report: StationReport, rows: readonly StationRow[], dataset: Dataset, head: Head<Field>, today: Day): void {
  const { file } = report;
  const { all, foreign } = idsOf(dataset, 'stations');
  const { matched, misfits } = matchRows(rows, dataset.stations, foreign);
  for (const { place, field, message, expected } of misfits) {
    const at = head.places.get(field);
    const column = (at === undefined ? undefined : head.titles[at]) ?? headingName(headings, field);
    const letter = at === undefined ? null : letterOf(at);
    report.faults.push({ file, row: place.row, column, letter, field, valueClass: 'text', message, expected });
  }
  const ids = new Ids('station', all, new Map(dataset.districts.map(({ adcode, title }) => [adcode, title])));
  const verdicts = matched.map(({ place, record }) =>
    verdictOf(place, record, { id: record?.id ?? ids.next(place), file, today }),
  );
  const { refused, faults } = refusedByDataset(dataset, 'stations', verdicts, file);
  report.faults.push(...faults);
  report.stations = verdicts.filter(({ id }) => !refused.has(id));
  for (const { status } of report.stations) report.counts[status]++;
  report.counts.bad = new Set(report.faults.map(({ row }) => row)).size;
  report.faults.sort((a, b) => a.row - b.row);
} // prettier-ignore
