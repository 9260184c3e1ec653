/** Reads a list of places against the dataset, whatever kind of places they are. */
import { dayAt, type Day } from '@yugong/domain/calendar';
import type { Dataset, RecordOf } from '../schema';
import { textOf } from './cells';
import { headingName, readHead, type Head, type Heading } from './columns';
import { Ids, matchRows, type PlaceRow } from './match';
import {
  emptyReport,
  letterOf,
  ofFile,
  type ListFault,
  type ListRemark,
  type ListReport,
  type Verdict,
} from './report';
import { idsOf, refusedByDataset } from './settle';
import type { Cell, Table } from './table';

type Listed = 'stations' | 'legal-places';

/** A row as it was read: what it says, or null where anything in it is wrong. */
export interface ReadRow<F extends string, Row> {
  said: Row | null;
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

/** What is being read, and on which day: a date after it can't be meant. */
export interface Reading<F extends string> {
  file: string;
  head: Head<F>;
  today: Day;
}

/** What a list is of. */
export interface ListKind<F extends string, C extends Listed, Row extends PlaceRow> {
  collection: C;
  /** What a new record's id begins with. */
  prefix: string;
  headings: readonly Heading<F>[];
  /** The template's own row, which is passed over: the name in it. */
  exampleName: string | undefined;
  reader(of: Reading<F>, dataset: Dataset): (cells: readonly Cell[], row: number) => ReadRow<F, Row>;
  /** The record that a row makes of the one before, or of none. */
  verdict(row: Row, before: RecordOf<C> | null, of: { id: string; file: string; today: Day }): Verdict<RecordOf<C>>;
}

export interface ReadList<F extends string, C extends Listed> {
  report: ListReport<F>;
  /** The good rows. */
  verdicts: Verdict<RecordOf<C>>[];
}

/** @param now milliseconds since the epoch */
export function readList<F extends string, C extends Listed, Row extends PlaceRow>(
  kind: ListKind<F, C, Row>,
  table: Table,
  { file, dataset, now }: { file: string; dataset: Dataset; now: number },
): ReadList<F, C> {
  const report = emptyReport<F>(file);
  if (!table.ok) {
    return { report: { ...report, faults: [ofFile(file, table.row, table.message, table.expected)] }, verdicts: [] };
  }
  const head = readHead(table.rows, kind.headings, file);
  report.format = table.format;
  report.notes.push(...head.notes);
  if (head.faults.length > 0) return { report: { ...report, faults: head.faults }, verdicts: [] };

  const of = { file, head, today: dayAt(now) };
  const read = kind.reader(of, dataset);
  const rows: Row[] = [];
  for (const [at, cells] of table.rows.entries()) {
    if (at < head.row || isBlank(cells, kind.exampleName)) continue;
    report.rows++;
    const { said, faults, notes } = read(cells, at + 1);
    report.faults.push(...faults);
    report.notes.push(...notes);
    if (said) rows.push(said);
  }
  return { report, verdicts: settle(kind, report, rows, dataset, of) };
}

/** A blank row, or the template's own example. */
const isBlank = (cells: readonly Cell[], example: string | undefined): boolean =>
  cells.every((cell) => textOf(cell) === null) || cells.some((cell) => cell === example);

/** Decides what every good row becomes, and checks that the dataset takes it. */
function settle<F extends string, C extends Listed, Row extends PlaceRow>(
  kind: ListKind<F, C, Row>,
  report: ListReport<F>,
  rows: readonly Row[],
  dataset: Dataset,
  { file, head, today }: Reading<F>,
): Verdict<RecordOf<C>>[] {
  const { collection, prefix, headings } = kind;
  const { all, foreign } = idsOf(dataset, collection);
  const { matched, misfits } = matchRows<Row, RecordOf<C>>(rows, dataset[collection], foreign);
  for (const { place, field, message, expected } of misfits) {
    // Every list has these three columns.
    const own = field as F;
    const at = head.places.get(own);
    const column = (at === undefined ? undefined : head.titles[at]) ?? headingName(headings, own);
    const letter = at === undefined ? null : letterOf(at);
    report.faults.push({ file, row: place.row, column, letter, field: own, valueClass: 'text', message, expected });
  }
  const ids = new Ids(prefix, all, new Map(dataset.districts.map(({ adcode, title }) => [adcode, title])));
  const verdicts = matched.map(({ place, record }) =>
    kind.verdict(place, record, { id: record?.id ?? ids.next(place), file, today }),
  );
  const { refused, faults } = refusedByDataset(dataset, collection, verdicts, file);
  report.faults.push(...faults);
  const good = verdicts.filter(({ id }) => !refused.has(id));
  for (const { status } of good) report.counts[status]++;
  report.counts.bad = new Set(report.faults.map(({ row }) => row)).size;
  report.faults.sort((a, b) => a.row - b.row);
  return good;
}
