/**
 * A union's list of stations against the dataset: what would be new or change, and what is wrong with which cell.
 *
 * Pure: the command line and the service read the file and keep what comes of it, with the same words.
 */
import { packHolidays } from '@yugong/domain/opening-hours';
import { readList, type ListKind } from '../lists/read';
import type { ListReport, ListVerdict } from '../lists/report';
import type { Table } from '../lists/table';
import type { Dataset, RecordOf } from '../schema';
import { example, readHeadings, type StationReadField } from './headings';
import { meanings } from './meanings';
import { stationVerdict } from './record';
import { rowReader, type StationListRow } from './row';
import { kindInTitle } from './words';

export { words } from './say';
export { headings, type StationField as Field } from './headings';
export { template } from './template';

/**
 * `stations` has the good rows, `faults` what is wrong with the bad ones. With any fault nothing is to be kept, unless
 * somebody says that the good ones may be.
 */
export interface StationReport extends ListReport<StationReadField> {
  stations: ListVerdict<RecordOf<'stations'>>[];
}

const kind: ListKind<StationReadField, 'stations', StationListRow> = {
  collection: 'stations',
  prefix: 'station',
  headings: readHeadings.map((heading) => ({ ...heading, meaning: meanings.get(heading.field) })),
  entry: '驿站',
  idField: 'id',
  nameField: 'name',
  districtField: 'district',
  addressField: 'address',
  streetField: 'street',
  verifiedField: 'verifiedOn',
  titled: [{ field: 'kind', find: kindInTitle }],
  exampleName: example.name,
  reader: (of, { districts, holidays, stations }) =>
    rowReader(of, {
      districts,
      holidays: packHolidays(holidays),
      known: new Map(stations.map((one) => [one.id, one])),
    }),
  verdict: stationVerdict,
};

/**
 * Reads a list. Nothing is written; {@link StationReport.stations} has the records to keep.
 *
 * @param table what `tableOf` made of the file's bytes
 * @param of `file`: the name that faults and sources carry; `now`: milliseconds since the epoch
 * @example
 * const report = importStations(await tableOf(bytes), { file: '名单.xlsx', dataset, now: Date.now() });
 * if (report.faults.length === 0) keep(mergedRecords(dataset.stations, report.stations));
 */
export function importStations(table: Table, of: { file: string; dataset: Dataset; now: number }): StationReport {
  const { report, verdicts } = readList(kind, table, of);
  return { ...report, stations: verdicts };
}
