/** Which station of the dataset a row is about, which rows are about the same, and what a row becomes. */
import type { Dataset, RecordOf } from '../../../src/content/schema';
import type { Day } from '../../../src/domain/calendar';
import { gcj02, metresBetween } from '../../../src/domain/geo';
import { slugOf } from '../import/slug';
import type { StationVerdict } from './report';
import type { StationRow } from './row';

type StationRecord = RecordOf<'stations'>;

/** Two entries of the same name within so many metres are one place. */
export const SAME_PLACE_METRES = 30;

const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'「」()（）·-]/g, '');

interface Place {
  title: string;
  adcode?: string | null | undefined;
  address: string | null;
  location: { lng: number; lat: number } | null;
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

export interface Misfit {
  station: StationRow;
  field: 'id' | 'name' | 'verifiedOn';
  message: string;
  expected: string;
}

/** Finds for each row the record that it is about. Rows that can't be told apart are misfits. */
export function matchRows(
  rows: readonly StationRow[],
  { stations, ...others }: Dataset,
): { matched: { station: StationRow; record: StationRecord | null }[]; misfits: Misfit[] } {
  const byName = new Map<string, StationRecord[]>();
  for (const record of stations)
    for (const name of [record.title, ...record.aliases]) byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), record]); // prettier-ignore
  const byId = new Map(stations.map((record) => [record.id, record]));
  const taken = new Map<string, number>();
  const foreign = new Set(
    Object.values(others).flatMap((records) => (records as { id: string }[]).map(({ id }) => id)),
  );
  const misfits: Misfit[] = [];
  const matched: { station: StationRow; record: StationRecord | null }[] = [];
  const seen = new Map<string, StationRow[]>();

  for (const station of rows) {
    const misfit = (field: Misfit['field'], message: string, expected: string) => void misfits.push({ station, field, message, expected }); // prettier-ignore
    const name = foldName(station.title);
    const twin = (seen.get(name) ?? []).find((other) => isSamePlace(station, other) !== false && (station.id === null || station.id === other.id)); // prettier-ignore
    if (twin) {
      misfit('name', `和第 ${twin.row} 行是同一处：名称一样，相距不到 ${SAME_PLACE_METRES} 米，或地址分不开`, '一处只写一行；确实是两处，把名称或地址写得分得开'); // prettier-ignore
      continue;
    }
    const record = findRecord(station, byId, byName);
    if (record === undefined) {
      misfit('name', '资料里有同名的，地址不同，看不出是不是同一处', '是同一处就填上资料里的编号；不是就把名称写得分得开'); // prettier-ignore
      continue;
    }
    if (station.id !== null && record === null && foreign.has(station.id)) {
      misfit('id', '这个编号是别的内容的', '驿站的编号，或空着');
      continue;
    }
    const before = record && taken.get(record.id);
    if (record && before !== undefined) {
      misfit('name', `和第 ${before} 行说的是资料里的同一处（${record.id}）`, '一处只写一行');
      continue;
    }
    if (record?.verifiedAt && station.verifiedAt && station.verifiedAt < record.verifiedAt) {
      misfit('verifiedOn', `资料里 ${record.verifiedAt} 核实过，比名单里的新`, '不早于资料里的核实日期；是旧名单就不用再导入这一行'); // prettier-ignore
      continue;
    }
    if (record) taken.set(record.id, station.row);
    seen.set(name, [...(seen.get(name) ?? []), station]);
    matched.push({ station, record });
  }
  return { matched, misfits };
}

/** @returns the record, null for a new station, undefined where one can't tell */
function findRecord(
  station: StationRow,
  byId: ReadonlyMap<string, StationRecord>,
  byName: ReadonlyMap<string, StationRecord[]>,
): StationRecord | null | undefined {
  if (station.id !== null) return byId.get(station.id) ?? null;
  const same = (byName.get(foldName(station.title)) ?? []).map((record) => [record, isSamePlace(station, record)] as const); // prettier-ignore
  const certain = same.filter(([, is]) => is === true).map(([record]) => record);
  if (certain.length === 1) return certain[0] as StationRecord;
  return certain.length > 1 || same.some(([, is]) => is === null) ? undefined : null;
}

/** What a new record is named after: district, then name, in pinyin. */
export class Ids {
  private readonly used: Set<string>;

  constructor(
    used: Iterable<string>,
    private readonly districts: ReadonlyMap<string, string>,
  ) {
    this.used = new Set(used);
  }

  next({ id, title, adcode }: StationRow): string {
    const district = slugOf((this.districts.get(adcode) ?? '').replace(/(?:区|县|自治县)$/, '').slice(0, 2)).replace(/-/g, ''); // prettier-ignore
    const base = id ?? ['station', district, slugOf(title)].filter(Boolean).join('-');
    let name = base;
    for (let count = 2; this.used.has(name); count++) name = `${base}-${count}`;
    this.used.add(name);
    return name;
  }
}

const FIELDS = [
  'title', 'aliases', 'kind', 'adcode', 'districtThen', 'street', 'address', 'location', 'openingHours', 'hoursNote',
  'entry', 'access', 'facilities', 'phone', 'verifiedAt', 'verifiedBy', 'note',
] as const; // prettier-ignore

/** The record that a row makes of the one before (or of none), and what changes by it. */
export function verdictOf(
  station: StationRow,
  before: StationRecord | null,
  { id, file, today }: { id: string; file: string; today: Day },
): StationVerdict {
  const said = Object.fromEntries(FIELDS.map((field) => [field, station[field]]).filter(([, value]) => value !== null));
  const base = before ?? blank(id);
  const changes = FIELDS.flatMap((field) => {
    const [old, now] = [(base as Record<string, unknown>)[field] ?? null, said[field] ?? null];
    return now === null || isSame(old, now) ? [] : [{ field, before: old, after: now }];
  });
  const status = before === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  if (before && status === 'same')
    return { row: station.row, status, id, title: before.title, record: before, changes };
  const day = station.verifiedAt ?? today;
  const source = { title: `驿站名单（${file}）`, publisher: station.verifiedBy ?? '工会报送的名单', published: day, kind: 'official' as const }; // prettier-ignore
  const named = { ...base, ...said } as StationRecord;
  const record: StationRecord = {
    ...named,
    precision: named.address !== null || named.location !== null ? (before && !station.address && !station.location ? before.precision : 'place') : 'area', // prettier-ignore
    asOf: day,
    // What was known of it came from somewhere, and still does.
    source,
    ...(before && { moreSources: [before.source, ...(before.moreSources ?? [])].filter((one) => one.title !== source.title) }), // prettier-ignore
    confidence: 'high',
  };
  if (station.districtThen === null && before && before.adcode !== station.adcode) delete record.districtThen;
  return { row: station.row, status, id, title: record.title, record, changes };
}

const blank = (id: string) => ({
  id,
  title: '',
  source: null,
  aliases: [],
  street: null,
  address: null,
  location: null,
  openingHours: null,
  hoursNote: null,
  access: null,
  facilities: [],
  phone: null,
  note: null,
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
