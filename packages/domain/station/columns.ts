/**
 * Thousands of stations in few bytes: a field a column instead of a record a line.
 *
 * Texts that repeat (streets, hours, sources) stand once in a table; rare ones only where they are; the others are one
 * text with a line a station. Positions are steps of 0.00001° (about a metre) from a corner south-west of Chongqing.
 * Numbers are texts of a few characters each, see digits.ts.
 */
import type { CompiledHours } from '../opening-hours';
import type { RecordPicture } from '../record';
import { packDigits, widthFor } from './digits';
import { maskOf } from './needs';
import {
  anyoneStates,
  entryWays,
  stationKinds,
  type AnyoneMayEnter,
  type EntryWay,
  type Facility,
  type Precision,
  type StationKind,
} from './vocabulary';

export const CORNER = { lng: 105, lat: 28 } as const;
/** Steps a degree. */
export const STEPS = 1e5;
/** Characters of a position's axis, of the facilities' bits, and of a kind. */
export const WIDTHS = { axis: 3, facilities: 5, kind: 1 } as const;

/** A station with all the phone knows of it. `Source` is the dataset's, which the domain needs nothing of. */
export interface Station<Source = unknown, Link = unknown> {
  id: string;
  title: string;
  aliases: string[];
  kind: StationKind;
  precision: Precision;
  /** As coded today; null where no source says. */
  adcode: string | null;
  /** The district's name on the day of the record, where it has changed since. */
  districtThen: string | null;
  street: string | null;
  address: string | null;
  /** GCJ-02 degrees; null until somebody has measured it. */
  location: { lng: number; lat: number } | null;
  /** OpenStreetMap's `opening_hours`, as written in the data. */
  openingHours: string | null;
  hours: CompiledHours | null;
  hoursNote: string | null;
  entry: EntryWay[];
  access: string | null;
  anyoneMayEnter: AnyoneMayEnter;
  floor: string | null;
  facilities: Facility[];
  phone: string | null;
  note: string | null;
  verifiedAt: string | null;
  verifiedBy: string | null;
  asOf: string | null;
  publishedAt: string | null;
  confidence: 'high' | 'medium' | 'low';
  demo: boolean;
  pictures: RecordPicture[];
  source: Source;
  moreSources: Source[];
  links: Link[];
}

/** A column of values of which many repeat or are missing (null). */
export type TableColumn<T> =
  /** The value's place in the table plus one, a station; 0 is null. As wide as the table needs. */
  | { table: T[]; at: string }
  /** The same for the few stations that have one. */
  | { table: T[]; only: Record<string, number> };

/** A column of texts that hardly repeat: a line a station, empty for null. */
export interface LinesColumn {
  lines: string;
}

export type TextColumn = TableColumn<string> | LinesColumn;

/** The generated file's shape. */
export interface StationColumns<Source = unknown, Link = unknown> {
  count: number;
  id: TextColumn;
  title: TextColumn;
  aliases: TableColumn<string[]>;
  kind: string;
  /** 1 where only the area is known. */
  area: TableColumn<1>;
  adcode: TextColumn;
  districtThen: TextColumn;
  street: TextColumn;
  address: TextColumn;
  /** Steps from the corner plus one; 0 for unknown. */
  lng: string;
  lat: string;
  hours: TableColumn<[written: string, compiled: CompiledHours]>;
  hoursNote: TextColumn;
  /** Entry ways as bits. */
  entry: TableColumn<number>;
  access: TextColumn;
  /** Those that say whether anybody may come in, as the state's place among all. */
  anyoneMayEnter: TableColumn<number>;
  floor: TextColumn;
  /** Facilities as bits. */
  facilities: string;
  phone: TextColumn;
  note: TextColumn;
  verifiedAt: TextColumn;
  verifiedBy: TextColumn;
  asOf: TextColumn;
  publishedAt: TextColumn;
  confidence: TextColumn;
  demo: TableColumn<1>;
  pictures: TableColumn<RecordPicture[]>;
  source: TableColumn<Source>;
  moreSources: TableColumn<Source[]>;
  links: TableColumn<Link[]>;
}

/** Packs stations, in the order given. @throws where a text has a line break, which no field may have */
export function packStations<Source, Link>(stations: readonly Station<Source, Link>[]): StationColumns<Source, Link> {
  const text = (value: (station: Station<Source, Link>) => string | null) => packText(stations.map(value));
  const table = <T>(value: (station: Station<Source, Link>) => T | null) => packTable(stations.map(value));
  const list = <T>(value: (station: Station<Source, Link>) => T[]) =>
    table((station) => (value(station).length > 0 ? value(station) : null));
  const steps = (axis: 'lng' | 'lat') =>
    packDigits(
      stations.map(({ location }) => (location ? Math.round((location[axis] - CORNER[axis]) * STEPS) + 1 : 0)),
      WIDTHS.axis,
    );
  return {
    count: stations.length,
    id: text((s) => s.id),
    title: text((s) => s.title),
    aliases: list((s) => s.aliases),
    kind: packDigits(
      stations.map((s) => stationKinds.indexOf(s.kind)),
      WIDTHS.kind,
    ),
    area: table((s) => (s.precision === 'area' ? 1 : null)),
    adcode: text((s) => s.adcode),
    districtThen: text((s) => s.districtThen),
    street: text((s) => s.street),
    address: text((s) => s.address),
    lng: steps('lng'),
    lat: steps('lat'),
    hours: table((s) => (s.openingHours !== null && s.hours ? [s.openingHours, s.hours] : null)),
    hoursNote: text((s) => s.hoursNote),
    entry: table((s) => s.entry.reduce((mask, way) => mask | (1 << entryWays.indexOf(way)), 0) || null),
    access: text((s) => s.access),
    anyoneMayEnter: table((s) => (s.anyoneMayEnter === 'unknown' ? null : anyoneStates.indexOf(s.anyoneMayEnter))),
    floor: text((s) => s.floor),
    facilities: packDigits(
      stations.map((s) => maskOf(s.facilities)),
      WIDTHS.facilities,
    ),
    phone: text((s) => s.phone),
    note: text((s) => s.note),
    verifiedAt: text((s) => s.verifiedAt),
    verifiedBy: text((s) => s.verifiedBy),
    asOf: text((s) => s.asOf),
    publishedAt: text((s) => s.publishedAt),
    confidence: text((s) => s.confidence),
    demo: table((s) => (s.demo ? 1 : null)),
    pictures: list((s) => s.pictures),
    source: table((s) => s.source),
    moreSources: list((s) => s.moreSources),
    links: list((s) => s.links),
  };
}

function packTable<T>(values: readonly (T | null)[]): TableColumn<T> {
  const places = new Map<string, number>();
  const table: T[] = [];
  const at = values.map((value) => {
    if (value === null) return 0;
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    table.push(value);
    places.set(key, table.length);
    return table.length;
  });
  const only = Object.fromEntries([...at.entries()].filter(([, place]) => place > 0));
  const [dense, sparse] = [
    { table, at: packDigits(at, widthFor(table.length)) },
    { table, only },
  ];
  return size(sparse) < size(dense) ? sparse : dense;
}

function packText(values: readonly (string | null)[]): TextColumn {
  const broken = values.find((value) => value?.includes('\n'));
  if (broken !== undefined) throw new Error(`A station's text may not break the line: ${broken}`);
  const lines = { lines: values.map((value) => value ?? '').join('\n') };
  const table = packTable(values);
  return size(table) < size(lines) ? table : lines;
}

const size = (value: unknown): number => JSON.stringify(value).length;
