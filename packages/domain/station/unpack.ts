/** Reads packed stations a cell at a time: nothing is made for a station that is not looked at. */
import { gcj02, type Gcj02 } from '../geo';
import { defined } from '../narrow';
import { CORNER, STEPS, WIDTHS, type Station, type StationColumns, type TableColumn, type TextColumn } from './columns';
import { openDigits, widthFor } from './digits';
import { facilitiesOf } from './needs';
import { anyoneStates, entryWays, stationKinds, type AnyoneMayEnter, type StationKind } from './vocabulary';

/** Asks a column for a station's value. */
export type ColumnReader<T> = (at: number) => T | null;

/** Opens a column of any of the three forms. */
export function reader<T>(column: TableColumn<T>): ColumnReader<T>;
export function reader(column: TextColumn): ColumnReader<string>;
export function reader<T>(column: TableColumn<T> | TextColumn): ColumnReader<T | string> {
  if ('lines' in column) {
    const lines = column.lines.split('\n');
    return (at) => lines[at] || null;
  }
  const table: readonly (T | string)[] = column.table;
  if ('at' in column) {
    const places = openDigits(column.at, widthFor(table.length));
    return (at) => table[(places[at] ?? 0) - 1] ?? null;
  }
  return (at) => table[(column.only[at] ?? 0) - 1] ?? null;
}

/** Reads what every station has. */
const certain =
  <T>(read: ColumnReader<T>) =>
  (at: number): T =>
    defined(read(at));

/** Degrees of an axis, a station each; NaN for unknown. Whole steps divided once are the very decimals written. */
function degreesOf(steps: string, corner: number): Float64Array {
  return Float64Array.from(openDigits(steps, WIDTHS.axis), (step) =>
    step === 0 ? NaN : (corner * STEPS + step - 1) / STEPS,
  );
}

/** Readers of every column, opened once. */
export function openColumns<Source, Link>(columns: StationColumns<Source, Link>) {
  const [lng, lat] = [degreesOf(columns.lng, CORNER.lng), degreesOf(columns.lat, CORNER.lat)];
  const kinds = openDigits(columns.kind, WIDTHS.kind);
  const anyone = reader(columns.anyoneMayEnter);
  const masks = openDigits(columns.facilities, WIDTHS.facilities);
  return {
    /** GCJ-02 degrees, a station each; NaN for unknown. For loops over all of them. */
    lng,
    lat,
    kinds,
    id: certain(reader(columns.id)),
    title: certain(reader(columns.title)),
    aliases: reader(columns.aliases),
    area: reader(columns.area),
    adcode: reader(columns.adcode),
    districtThen: reader(columns.districtThen),
    street: reader(columns.street),
    address: reader(columns.address),
    hours: reader(columns.hours),
    hoursNote: reader(columns.hoursNote),
    entry: reader(columns.entry),
    access: reader(columns.access),
    anyoneMayEnter: (at: number): AnyoneMayEnter => anyoneStates[anyone(at) ?? -1] ?? 'unknown',
    floor: reader(columns.floor),
    phone: reader(columns.phone),
    note: reader(columns.note),
    verifiedAt: reader(columns.verifiedAt),
    verifiedBy: reader(columns.verifiedBy),
    asOf: reader(columns.asOf),
    publishedAt: reader(columns.publishedAt),
    confidence: reader(columns.confidence),
    demo: reader(columns.demo),
    pictures: reader(columns.pictures),
    source: reader(columns.source),
    moreSources: reader(columns.moreSources),
    links: reader(columns.links),
    kind: (at: number): StationKind => defined(stationKinds[kinds[at] ?? -1]),
    facilities: (at: number): number => masks[at] ?? 0,
    position: (at: number): Gcj02 | null => {
      const [x, y] = [lng[at] ?? NaN, lat[at] ?? NaN];
      return x === x ? gcj02(x, y) : null;
    },
  };
}

export type Cells<Source = unknown, Link = unknown> = ReturnType<typeof openColumns<Source, Link>>;

/** The whole station in a line of the columns. */
export function stationAt<Source, Link>(cells: Cells<Source, Link>, at: number): Station<Source, Link> {
  const [written, compiled] = cells.hours(at) ?? [null, null];
  const entry = cells.entry(at) ?? 0;
  return {
    id: cells.id(at),
    title: cells.title(at),
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
    anyoneMayEnter: cells.anyoneMayEnter(at),
    floor: cells.floor(at),
    facilities: facilitiesOf(cells.facilities(at)),
    phone: cells.phone(at),
    note: cells.note(at),
    verifiedAt: cells.verifiedAt(at),
    verifiedBy: cells.verifiedBy(at),
    asOf: cells.asOf(at),
    publishedAt: cells.publishedAt(at),
    confidence: cells.confidence(at) as Station['confidence'],
    demo: cells.demo(at) !== null,
    pictures: cells.pictures(at) ?? [],
    source: defined(cells.source(at)),
    moreSources: cells.moreSources(at) ?? [],
    links: cells.links(at) ?? [],
  };
}
