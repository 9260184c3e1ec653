/**
 * A union's list of places that help with the law, against the dataset: what would be new or change, and what is
 * wrong with which cell.
 *
 * Pure: the command line and the service read the file and keep what comes of it, with the same words.
 */
import type { Day } from '@yugong/domain/calendar';
import { legalPlaceKinds } from '@yugong/domain/legal-aid';
import { readList, type ListKind } from '../lists/read';
import type { ListReport, ListVerdict } from '../lists/report';
import { sayPoint, type Words } from '../lists/say';
import type { Table } from '../lists/table';
import type { Template } from '../lists/template';
import { verdictOf } from '../lists/verdict';
import type { Dataset, RecordOf } from '../schema';
import {
  placeExample,
  placeHeadings,
  KINDS,
  readPlaceHeadings,
  type PlaceField,
  type PlaceReadField,
} from './headings';
import { placeRowReader, type LegalPlaceRow } from './row';

export { placeHeadings as headings, type PlaceField as Field } from './headings';

type LegalPlace = RecordOf<'legal-places'>;

const FIELDS = [
  'title',
  'kind',
  'adcode',
  'districtThen',
  'place',
  'address',
  'hours',
  'services',
  'phone',
  'location',
  'verifiedAt',
  'verifiedBy',
  'note',
] as const;

const BLANK = { title: '', source: null, place: null, address: null, phone: null, services: [], note: null };

/** The record that a row makes of the one before (or of none), and what changes by it. */
const placeVerdict = (
  row: LegalPlaceRow,
  before: LegalPlace | null,
  of: { id: string; file: string; today: Day },
): ListVerdict<LegalPlace> => verdictOf(row, before, FIELDS, { ...of, list: '维权地点名单', blank: BLANK });

/**
 * `places` has the good rows, `faults` what is wrong with the bad ones. With any fault nothing is to be kept, unless
 * somebody says that the good ones may be.
 */
export interface PlaceReport extends ListReport<PlaceReadField> {
  places: ListVerdict<RecordOf<'legal-places'>>[];
}

export const placeTemplate: Template<PlaceField> = {
  headings: placeHeadings,
  example: placeExample,
  sheet: '维权地点名单',
  more: [['类型的写法', KINDS]],
};

const kind: ListKind<PlaceReadField, 'legal-places', LegalPlaceRow> = {
  collection: 'legal-places',
  prefix: 'place',
  headings: readPlaceHeadings,
  entry: '地点',
  idField: 'id',
  nameField: 'name',
  districtField: 'district',
  addressField: 'address',
  verifiedField: 'verifiedOn',
  exampleName: placeExample.name,
  reader: (of, { districts }) => placeRowReader(of, districts),
  verdict: placeVerdict,
};

/**
 * Reads a list. Nothing is written; {@link PlaceReport.places} has the records to keep.
 *
 * @param table what `tableOf` made of the file's bytes
 * @param of `file`: the name that faults and sources carry; `now`: milliseconds since the epoch
 * @example
 * const report = importPlaces(await tableOf(bytes), { file: '名单.xlsx', dataset, now: Date.now() });
 * if (report.faults.length === 0) keep(mergedRecords(dataset['legal-places'], report.places));
 */
export function importPlaces(table: Table, of: { file: string; dataset: Dataset; now: number }): PlaceReport {
  const { report, verdicts } = readList(kind, table, of);
  return { ...report, places: verdicts };
}

const fieldWords: Record<string, string> = {
  title: '名称',
  kind: '类型',
  adcode: '区县代码',
  districtThen: '当时的区县名',
  place: '在哪里面',
  address: '地址',
  hours: '什么时候有人',
  services: '能办什么',
  phone: '电话',
  location: '坐标（GCJ-02）',
  verifiedAt: '核实日期',
  verifiedBy: '核实单位',
  note: '备注',
};

const kindWords: Record<string, string> = legalPlaceKinds;

/** The words of a place's record, for the report. */
export const words: Words = {
  field: (name) => fieldWords[name] ?? name,
  value: (field, value) => {
    if (field === 'kind') return kindWords[String(value)] ?? String(value);
    if (field === 'location') return sayPoint(value);
    return Array.isArray(value) ? value.join('、') : String(value);
  },
};
