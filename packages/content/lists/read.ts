/** Reads a list of places against the dataset, whatever kind of places they are. */
import { dayAt, type Day } from '@yugong/domain/calendar';
import type { Dataset, RecordOf } from '../schema';
import { headingName, type Head, type Heading } from './columns';
import { districtInAddress, districtInTitle } from './districts';
import { Ids, matchRows, type PlaceRow } from './match';
import { listsIn, type TitledField } from './parts';
import {
  emptyReport,
  letterOf,
  ofFile,
  type ListFault,
  type ListRemark,
  type ListReport,
  type ListVerdict,
} from './report';
import type { ListRow } from './row';
import { idsOf, refusedByDataset } from './settle';
import type { Table } from './table';
import { districtOfAllTowns, districtsWithTown } from './towns';

type Listed = 'stations' | 'legal-places';

/** A row as it was read: what it says, or null where anything in it is wrong. */
export interface ReadRow<F extends string, Row> {
  said: Row | null;
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

/** What is being read, and on which day: a date after it can't be meant. */
export interface ListReading<F extends string> {
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
  /** What an entry is called: 驿站. */
  entry: string;
  /** The fields that every list of places has, by its own names. */
  idField: F;
  nameField: F;
  districtField: F;
  addressField: F;
  streetField?: F;
  verifiedField: F;
  /** Other fields that a title may give. */
  titled?: readonly TitledField<F>[];
  /** The template's own row, which is passed over: the name in it. */
  exampleName: string | undefined;
  reader(of: ListReading<F>, dataset: Dataset): (row: ListRow<F>) => ReadRow<F, Row>;
  /** The record that a row makes of the one before, or of none. */
  verdict(row: Row, before: RecordOf<C> | null, of: { id: string; file: string; today: Day }): ListVerdict<RecordOf<C>>;
}

export interface ReadList<F extends string, C extends Listed> {
  report: ListReport<F>;
  /** The good rows. */
  verdicts: ListVerdict<RecordOf<C>>[];
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
  const { headings, entry, nameField, districtField, addressField, exampleName } = kind;
  const addressed = districtInAddress(dataset.districts);
  const names = (text: string): boolean => addressed(text) !== null || districtsWithTown(text).size === 1;
  const fields = [...(kind.streetField ? [kind.streetField] : []), addressField, nameField];
  /** Every row's address may say its district; else the towns of all of them say one. */
  const ofAll: NonNullable<TitledField<F>['from']>['ofAll'] = (rows) => {
    if (rows.some((texts) => texts.some((text) => addressed(text) !== null))) return null;
    const adcode = districtOfAllTowns(rows);
    const district = dataset.districts.find((one) => one.adcode === adcode)?.title;
    return district === undefined
      ? null
      : { value: district, message: `没有「区县」这一列，各行的镇街都在${district}，这样记` };
  };
  const titled = [
    { field: districtField, find: districtInTitle(dataset.districts), from: { fields, names, ofAll } },
    ...(kind.titled ?? []),
  ];
  const { parts, faults, notes } = listsIn(table.sheets, headings, { file, entry, nameField, titled });
  report.format = table.format;
  report.notes.push(...notes);
  if (faults.length > 0) return { report: { ...report, faults }, verdicts: [] };

  const today = dayAt(now);
  const rows: Row[] = [];
  for (const { head, rows: listed } of parts) {
    const read = kind.reader({ file, head, today }, dataset);
    for (const row of listed) {
      // The template's own example.
      if (exampleName !== undefined && row.cells.includes(exampleName)) continue;
      report.rows++;
      const result = read(row);
      report.faults.push(...result.faults);
      report.notes.push(...result.notes);
      if (result.said) rows.push(result.said);
    }
  }
  const heads = new Map(parts.map(({ head }) => [head.sheet, head]));
  return { report, verdicts: settle(kind, report, rows, dataset, { file, heads, today }) };
}

/** Decides what every good row becomes, and checks that the dataset takes it. */
function settle<F extends string, C extends Listed, Row extends PlaceRow>(
  kind: ListKind<F, C, Row>,
  report: ListReport<F>,
  rows: readonly Row[],
  dataset: Dataset,
  { file, heads, today }: { file: string; heads: ReadonlyMap<string | null, Head<F>>; today: Day },
): ListVerdict<RecordOf<C>>[] {
  const { collection, prefix, headings } = kind;
  const { all, foreign } = idsOf(dataset, collection);
  const { matched, misfits } = matchRows<Row, RecordOf<C>>(rows, dataset[collection], foreign);
  for (const { place, field, message, expected } of misfits) {
    const own = fieldOf(kind, field);
    const head = heads.get(place.sheet);
    const at = head?.places.get(own);
    const column = (at === undefined ? undefined : head?.titles[at]) || headingName(headings, own);
    const letter = at === undefined ? null : letterOf(at);
    const { row, sheet } = place;
    report.faults.push({ file, sheet, row, column, letter, field: own, valueClass: 'text', message, expected });
  }
  const ids = new Ids(prefix, all, new Map(dataset.districts.map(({ adcode, title }) => [adcode, title])));
  const verdicts = matched.map(({ place, record }) =>
    kind.verdict(place, record, { id: record?.id ?? ids.next(place), file, today }),
  );
  const { refused, faults } = refusedByDataset(dataset, collection, verdicts, file);
  report.faults.push(...faults);
  const good = verdicts.filter(({ id }) => !refused.has(id));
  for (const { status } of good) report.counts[status]++;
  report.counts.bad = new Set(report.faults.map(({ sheet, row }) => `${sheet ?? ''} ${row}`)).size;
  report.faults.sort((a, b) => a.row - b.row);
  return good;
}

/** The list's own field for what two entries are told apart by. */
const fieldOf = <F extends string>(
  { idField, nameField, verifiedField }: { idField: F; nameField: F; verifiedField: F },
  field: 'id' | 'name' | 'verifiedOn',
): F => ({ id: idField, name: nameField, verifiedOn: verifiedField })[field];
