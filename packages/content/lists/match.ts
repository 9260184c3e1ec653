/** Which place of the dataset a row is about, and which rows are about the same. */
import { gcj02, metresBetween } from '@yugong/domain/geo';
import { slugOf } from '../slug';

/** Two entries of the same name within so many metres are one place. */
export const SAME_PLACE_METRES = 30;

/** A name as two spellings of it are compared. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'「」()（）·-]/g, '');

interface Place {
  title: string;
  adcode?: string | null | undefined;
  address: string | null;
  location?: { lng: number; lat: number } | null;
}

/** A record of the dataset that a row may be about. */
export interface PlaceRecord extends Place {
  id: string;
  aliases?: readonly string[];
  verifiedAt?: string | undefined;
}

/** What a row says of a place. */
export interface PlaceRow extends Place {
  sheet: string | null;
  row: number;
  id: string | null;
  /** Null only where the row changes a record that it names by its id. */
  adcode: string | null;
  verifiedAt: string | null;
}

const metres = (a: Place, b: Place): number | null =>
  a.location && b.location
    ? metresBetween(gcj02(a.location.lng, a.location.lat), gcj02(b.location.lng, b.location.lat))
    : null;

/**
 * Are two of the same name one place? Positions decide; without them the same address, or no address to tell them
 * apart. Null where one can't tell.
 */
function isSamePlace(a: Place, b: Place): boolean | null {
  if (a.adcode && b.adcode && a.adcode !== b.adcode) return false;
  const apart = metres(a, b);
  if (apart !== null) return apart <= SAME_PLACE_METRES;
  const [here, there] = [foldName(a.address ?? ''), foldName(b.address ?? '')];
  if (here === '' || there === '' || here === there) return true;
  return here.includes(there) || there.includes(here) ? true : null;
}

/** A row as another one speaks of it: with its sheet where that is not the same. */
const rowName = (row: PlaceRow, from: PlaceRow): string =>
  `${row.sheet !== null && row.sheet !== from.sheet ? `「${row.sheet}」` : ''}第 ${row.row} 行`;

/** A row that can't be taken as it is, and why. */
export interface Misfit<Row> {
  place: Row;
  field: 'id' | 'name' | 'verifiedOn';
  message: string;
  expected: string;
}

export interface Matched<Row, R> {
  place: Row;
  /** Null for a new one. */
  record: R | null;
}

/**
 * Finds for each row the record that it is about. Rows that can't be told apart are misfits.
 *
 * @param foreign ids of the other collections, which no place may take
 */
export function matchRows<Row extends PlaceRow, R extends PlaceRecord>(
  rows: readonly Row[],
  records: readonly R[],
  foreign: ReadonlySet<string>,
): { matched: Matched<Row, R>[]; misfits: Misfit<Row>[] } {
  const known = knownPlaces(records);
  const taken = new Map<string, Row>();
  const seen = new Map<string, Row[]>();
  const misfits: Misfit<Row>[] = [];
  const matched: Matched<Row, R>[] = [];

  for (const place of rows) {
    const misfit = (field: Misfit<Row>['field'], message: string, expected: string) =>
      void misfits.push({ place, field, message, expected });
    const name = foldName(place.title);
    const twin = (seen.get(name) ?? []).find(
      (other) => isSamePlace(place, other) !== false && (place.id === null || place.id === other.id),
    );
    const record = findRecord(place, known);
    const before = record ? taken.get(record.id) : undefined;
    if (twin) {
      misfit(
        'name',
        `和${rowName(twin, place)}是同一处：名称一样，相距不到 ${SAME_PLACE_METRES} 米，或地址分不开`,
        '一处只写一行；确实是两处，把名称或地址写得分得开',
      );
    } else if (record === undefined) {
      misfit(
        'name',
        '资料里有同名的，地址不同，看不出是不是同一处',
        '是同一处就填上资料里的编号；不是就把名称写得分得开',
      );
    } else if (place.id !== null && record === null && foreign.has(place.id)) {
      misfit('id', '这个编号是别的内容的', '资料里这一类的编号，或空着');
    } else if (record && before !== undefined) {
      misfit('name', `和${rowName(before, place)}说的是资料里的同一处（${record.id}）`, '一处只写一行');
    } else if (record?.verifiedAt && place.verifiedAt && place.verifiedAt < record.verifiedAt) {
      misfit(
        'verifiedOn',
        `资料里 ${record.verifiedAt} 核实过，比名单里的新`,
        '不早于资料里的核实日期；是旧名单就不用再导入这一行',
      );
    } else {
      if (record) taken.set(record.id, place);
      seen.set(name, [...(seen.get(name) ?? []), place]);
      matched.push({ place, record });
    }
  }
  return { matched, misfits };
}

interface Known<R> {
  byId: ReadonlyMap<string, R>;
  byName: ReadonlyMap<string, readonly R[]>;
}

function knownPlaces<R extends PlaceRecord>(records: readonly R[]): Known<R> {
  const byName = new Map<string, R[]>();
  for (const record of records)
    for (const name of [record.title, ...(record.aliases ?? [])].map(foldName))
      byName.set(name, [...(byName.get(name) ?? []), record]);
  return { byId: new Map(records.map((record) => [record.id, record])), byName };
}

/** @returns the record, null for a new place, undefined where one can't tell */
function findRecord<R extends PlaceRecord>(place: PlaceRow, { byId, byName }: Known<R>): R | null | undefined {
  if (place.id !== null) return byId.get(place.id) ?? null;
  const same = (byName.get(foldName(place.title)) ?? []).map((record) => [record, isSamePlace(place, record)] as const);
  const [certain, ...others] = same.filter(([, is]) => is === true).map(([record]) => record);
  if (certain !== undefined && others.length === 0) return certain;
  return others.length > 0 || same.some(([, is]) => is === null) ? undefined : null;
}

/** What a new record is named after: district, then name, in pinyin. */
export class Ids {
  private readonly used: Set<string>;

  /** @param prefix the id's first word, which tells the collection: `station` */
  constructor(
    private readonly prefix: string,
    used: Iterable<string>,
    private readonly districts: ReadonlyMap<string, string>,
  ) {
    this.used = new Set(used);
  }

  next({ id, title, adcode }: PlaceRow): string {
    const district = slugOf(
      (this.districts.get(adcode ?? '') ?? '').replace(/(?:区|县|自治县)$/, '').slice(0, 2),
    ).replace(/-/g, '');
    const base = id ?? [this.prefix, district, slugOf(title)].filter(Boolean).join('-');
    let name = base;
    for (let count = 2; this.used.has(name); count++) name = `${base}-${count}`;
    this.used.add(name);
    return name;
  }
}
