/** The stations opened for asking: columns, what is derived of them once, and the tables that go with them. */
import type { Day } from '../calendar';
import { spherePoints, type Degrees, type Gcj02, type SpherePoints } from '../geo';
import { isOpenAt, stateAt, type CompiledHours, type HolidayTable, type HoursState } from '../opening-hours';
import { fold } from '../search';
import { MINUTE } from '../time';
import type { Station, StationColumns } from './columns';
import { areHoursCurrent } from './claims';
import { kindLabels } from './vocabulary';
import { openColumns, stationAt, type Cells } from './unpack';
import { verificationOf } from './verification';

/** A district that stations are listed under. */
export interface StationDistrict {
  adcode: string;
  title: string;
  formerNames: readonly string[];
  /** GCJ-02; null where no source gives one. */
  centre: Degrees | null;
}

export interface StationIndex<Source = unknown, Link = unknown> {
  readonly count: number;
  readonly cells: Cells<Source, Link>;
  readonly columns: StationColumns<Source, Link>;
  readonly districts: readonly StationDistrict[];
  readonly holidays: HolidayTable;
  /** The place of an id, or -1. */
  indexOf(id: string): number;
  /** Where they are, for measuring; worked out when first asked for. */
  points(): SpherePoints;
  /** Where only a street or a town is known, the radius of its centre in metres; null for a position, or for neither. */
  about(at: number): number | null;
  /** Are the hours recent enough on a day to be relied on? */
  hoursAreCurrent(at: number, today: Day): boolean;
  /** The whole record, or null where there is none of that id. */
  station(id: string): Station<Source, Link> | null;
  /** All that text search looks at, folded; made when first asked for. */
  haystack(at: number): string;
  /**
   * The order of honesty on a day: verified first, then stale, then exact places, then hints. `order` has the stations
   * in it, `ranks` the place of each.
   */
  rankings(today: Day): { order: readonly number[]; ranks: Int32Array };
  districtTitle(adcode: string | null): string | null;
  hours(at: number): CompiledHours | null;
  /** Are the hours known to be open then? */
  isOpen(hours: CompiledHours, instant: number): boolean;
  /** The state of hours at an instant; thousands of stations share a few hundred hours, and each is worked out once. */
  stateAt(hours: CompiledHours | null, instant: number): HoursState;
}

/**
 * Opens the generated columns. Costs a pass over them; ask once and keep it.
 *
 * @param holidays the opened holiday table that goes with them
 * @param centreOf the centre of a street or a town with its radius in metres, for records that name no more
 */
export function openStations<Source, Link>(
  columns: StationColumns<Source, Link>,
  districts: readonly StationDistrict[],
  holidays: HolidayTable,
  centreOf: (adcode: string, street: string) => { at: Gcj02; radius: number } | null = () => null,
): StationIndex<Source, Link> {
  const cells = openColumns(columns);
  const places = new Map<string, number>();
  for (let at = 0; at < columns.count; at++) places.set(cells.id(at), at);
  const titles = new Map(districts.map(({ adcode, title }) => [adcode, title]));
  const former = new Map(districts.map(({ adcode, formerNames }) => [adcode, formerNames.join(' ')]));
  let points: SpherePoints | null = null;
  const radii = new Map<number, number>();
  const measurable = { lng: Float64Array.from(cells.lng), lat: Float64Array.from(cells.lat) };
  for (let at = 0; at < columns.count; at++) {
    const [adcode, street] = [cells.adcode(at), cells.street(at)];
    const centre = cells.position(at) || !adcode || !street ? null : centreOf(adcode, street);
    if (!centre) continue;
    [measurable.lng[at], measurable.lat[at]] = [centre.at.lng, centre.at.lat];
    radii.set(at, centre.radius);
  }
  let current: { today: Day; flags: Uint8Array } | null = null;
  const isCurrent = (at: number, today: Day): number =>
    Number(areHoursCurrent(cells.asOf(at) ?? cells.publishedAt(at), cells.verifiedAt(at), today));
  let texts: string[] | null = null;
  let ranked: { today: Day; order: number[]; ranks: Int32Array } | null = null;

  const textOf = (at: number): string => {
    const adcode = cells.adcode(at) ?? '';
    const { label, synonyms } = kindLabels[cells.kind(at)];
    const words = [
      cells.title(at),
      cells.street(at),
      cells.address(at),
      titles.get(adcode),
      former.get(adcode),
      cells.districtThen(at),
      label,
    ];
    return fold([...words, ...(cells.aliases(at) ?? []), ...synonyms].filter(Boolean).join(' '));
  };
  return {
    count: columns.count,
    cells,
    columns,
    districts,
    holidays,
    indexOf: (id) => places.get(id) ?? -1,
    points: () => (points ??= spherePoints(measurable.lng, measurable.lat)),
    about: (at) => radii.get(at) ?? null,
    hoursAreCurrent: (at, today) => {
      if (current?.today !== today)
        current = { today, flags: Uint8Array.from({ length: columns.count }, (_, one) => isCurrent(one, today)) };
      return current.flags[at] === 1;
    },
    station: (id) => {
      const at = places.get(id);
      return at === undefined ? null : stationAt(cells, at);
    },
    haystack: (at) => (texts ??= Array.from({ length: columns.count }, (_, one) => textOf(one)))[at] ?? '',
    rankings: (today) =>
      ranked?.today === today ? ranked : (ranked = { today, ...rankingOf(cells, columns.count, today) }),
    districtTitle: (adcode) => (adcode === null ? null : (titles.get(adcode) ?? null)),
    hours: (at) => cells.hours(at)?.[1] ?? null,
    isOpen: isOpenAt(holidays),
    stateAt: statesOf(holidays),
  };
}

/** How many states are kept: a minute's for every way of opening, and those on arriving. */
const MOST_STATES = 2_000;

/** Rules change at whole minutes, so a minute's state is worked out once. */
function statesOf(holidays: HolidayTable): StationIndex['stateAt'] {
  const known = new Map<CompiledHours | null, Map<number, HoursState>>();
  let count = 0;
  return (hours, instant) => {
    const minute = Math.floor(instant / MINUTE);
    let states = known.get(hours);
    let state = states?.get(minute);
    if (state) return state;
    if (++count > MOST_STATES) {
      known.clear();
      [states, count] = [undefined, 1];
    }
    if (!states) known.set(hours, (states = new Map()));
    states.set(minute, (state = stateAt(hours, minute * MINUTE, holidays)));
    return state;
  };
}

const CONFIDENCE: Record<string, number> = { high: 0, medium: 1, low: 2 };

/** The order of honesty; of equals the better sourced, then by district and name. */
function rankingOf(cells: Cells, count: number, today: Day): { order: number[]; ranks: Int32Array } {
  const classOf = (at: number): number => {
    const { state } = verificationOf(cells.verifiedAt(at), null, today);
    const standing = state === 'verified' ? 0 : state === 'stale' ? 1 : cells.area(at) ? 3 : 2;
    return standing * 4 + (CONFIDENCE[cells.confidence(at) ?? ''] ?? 3);
  };
  const classes = Array.from({ length: count }, (_, at) => classOf(at));
  const names = Array.from({ length: count }, (_, at) => `${cells.adcode(at) ?? '~'}${cells.title(at) ?? ''}`);
  const order = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (classes[a] ?? 0) - (classes[b] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1),
  );
  const ranks = new Int32Array(count);
  order.forEach((at, rank) => (ranks[at] = rank));
  return { order, ranks };
}
