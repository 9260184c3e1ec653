/** Reads packed stations a cell at a time: nothing is made for a station that is not looked at. */
import { gcj02, type Gcj02 } from '../geo';
import type { CompiledHours } from '../opening-hours';
import { CORNER, STEP, type Station, type StationColumns, type TableColumn, type TextColumn } from './columns';
import { facilitiesOf } from './needs';
import { entryWays, stationKinds, type StationKind } from './vocabulary';

/** Asks a column for a station's value. */
export type Reader<T> = (at: number) => T | null;

/** Opens a column of any of the three forms. */
export function reader<T>(column: TableColumn<T>): Reader<T>;
export function reader(column: TextColumn): Reader<string>;
export function reader<T>(column: TableColumn<T> | TextColumn): Reader<T | string> {
  if ('lines' in column) {
    const lines = column.lines.split('\n');
    return (at) => lines[at] || null;
  }
  const table = column.table as (T | string)[];
  if ('at' in column) return (at) => table[(column.at[at] as number) - 1] ?? null;
  return (at) => table[(column.only[at] ?? 0) - 1] ?? null;
}

export const positionAt = ({ lng, lat }: Pick<StationColumns, 'lng' | 'lat'>, at: number): Gcj02 | null => {
  const [x, y] = [lng[at] as number, lat[at] as number];
  // Six decimals: 105 + 1.55 would read 106.55000000000001.
  return x < 0 ? null : gcj02(Number((CORNER.lng + x * STEP).toFixed(6)), Number((CORNER.lat + y * STEP).toFixed(6)));
};

/** Readers of every column, opened once. */
export function openColumns<Source, Link>(columns: StationColumns<Source, Link>) {
  return {
    id: reader(columns.id),
    title: reader(columns.title),
    aliases: reader(columns.aliases),
    area: reader(columns.area),
    adcode: reader(columns.adcode),
    districtThen: reader(columns.districtThen),
    street: reader(columns.street),
    address: reader(columns.address),
    hours: reader(columns.hours) as Reader<[string, CompiledHours]>,
    hoursNote: reader(columns.hoursNote),
    entry: reader(columns.entry),
    access: reader(columns.access),
    phone: reader(columns.phone),
    note: reader(columns.note),
    verifiedAt: reader(columns.verifiedAt),
    verifiedBy: reader(columns.verifiedBy),
    asOf: reader(columns.asOf),
    publishedAt: reader(columns.publishedAt),
    confidence: reader(columns.confidence),
    demo: reader(columns.demo),
    source: reader(columns.source),
    moreSources: reader(columns.moreSources),
    links: reader(columns.links),
    kind: (at: number): StationKind => stationKinds[columns.kind[at] as number] as StationKind,
    facilities: (at: number): number => columns.facilities[at] as number,
    position: (at: number) => positionAt(columns, at),
  };
}

export type Cells<Source = unknown, Link = unknown> = ReturnType<typeof openColumns<Source, Link>>;

/** The whole station in a line of the columns. */
export function stationAt<Source, Link>(cells: Cells<Source, Link>, at: number): Station<Source, Link> {
  const [written, compiled] = cells.hours(at) ?? [null, null];
  const entry = cells.entry(at) ?? 0;
  return {
    id: cells.id(at) as string,
    title: cells.title(at) as string,
    aliases: cells.aliases(at) ?? [],
    kind: cells.kind(at),
    precision: cells.area(at) ? 'area' : 'place',
    adcode: cells.adcode(at),
    districtThen: cells.districtThen(at),
    street: cells.street(at),
    address: cells.address(at),
    location: cells.position(at),
    openingHours: written,
    hours: compiled,
    hoursNote: cells.hoursNote(at),
    entry: entryWays.filter((_, bit) => (entry & (1 << bit)) !== 0),
    access: cells.access(at),
    facilities: facilitiesOf(cells.facilities(at)),
    phone: cells.phone(at),
    note: cells.note(at),
    verifiedAt: cells.verifiedAt(at),
    verifiedBy: cells.verifiedBy(at),
    asOf: cells.asOf(at),
    publishedAt: cells.publishedAt(at),
    confidence: cells.confidence(at) as Station['confidence'],
    demo: cells.demo(at) !== null,
    source: cells.source(at) as Source,
    moreSources: cells.moreSources(at) ?? [],
    links: cells.links(at) ?? [],
  };
}
