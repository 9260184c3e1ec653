/** Which stations answer a question, in which order, and the few of them that are looked at. */
import { dayAt } from '../calendar';
import { greatCircle, travelMinutes, type Gcj02, type TravelMode } from '../geo';
import { isAlwaysOpen, isOpenAt } from '../opening-hours';
import { queryWords } from '../search';
import type { StationIndex } from './index-of';
import { maskOf, needs, type NeedKey } from './needs';
import { rowAt, type StationRow } from './row';
import { stationKinds, type StationKind } from './vocabulary';

/** What a reader asks; {@link anyStation} asks for all. */
export interface StationQuery {
  /** Where the reader is, or the landmark chosen by hand; null where neither is known. */
  from: Gcj02 | null;
  /** How the reader goes, which decides when they arrive. */
  travel: TravelMode;
  adcode: string | null;
  /** A street (街道 or 镇) as the records write it. */
  street: string | null;
  /** Any of these; empty for all. */
  kinds: readonly StationKind[];
  /** All of these. */
  needs: readonly NeedKey[];
  /** Open 24 hours, every day. */
  roundTheClock: boolean;
  /** Only those known to be open when the reader arrives: unknown is never counted as open. */
  openOnArrival: boolean;
  /** Words that must all be found in name, place, kind or their synonyms. */
  text: string;
  /** By distance, those without a position last under their districts; or the verified first. */
  sort: 'distance' | 'honesty';
  /** Without a position to measure from: districts in the order to list them, by adcode; the others follow. */
  districts: readonly string[];
}

export const anyStation: StationQuery = {
  from: null,
  travel: 'ride',
  adcode: null,
  street: null,
  kinds: [],
  needs: [],
  roundTheClock: false,
  openOnArrival: false,
  text: '',
  sort: 'distance',
  districts: [],
};

export interface FoundStations {
  total: number;
  /** How many of them have a position: with `from`, the first so many in the order of distance. */
  placed: number;
  /** The rows of a page (from 0). Only these are made; ask again for others. */
  rows(page: number, size?: number): StationRow[];
  /** A station's place in the order, as a marker on the map would ask: all positions found, nothing else of them. */
  positions(): { id: string; at: Gcj02 }[];
}

export const PAGE_SIZE = 20;

/**
 * Finds stations.
 *
 * @param now milliseconds since the epoch
 * @example findStations(index, { ...anyStation, from: here, needs: ['toilet'] }, Date.now()).rows(0)
 */
export function findStations(index: StationIndex, query: StationQuery, now: number): FoundStations {
  const metres = distances(index, query.from);
  const isWanted = filterOf(index, query, metres, now);
  const found: number[] = [];
  for (let at = 0; at < index.count; at++) if (isWanted(at)) found.push(at);
  const byDistance = query.from !== null && query.sort === 'distance';
  const ranks = index.rankings(dayAt(now));
  const rank = (at: number): number => ranks[at] as number;
  // Stations without a position are at no distance: not near, not far, but behind all that are somewhere.
  const metresOf = (at: number): number => (Number.isNaN(metres[at]) ? Infinity : (metres[at] as number));
  const areas = new Map(query.districts.map((adcode, at) => [adcode, at]));
  const areaOf = (at: number): number => areas.get(index.cells.adcode(at) ?? '') ?? areas.size;
  const byHonesty = (a: number, b: number): number => areaOf(a) - areaOf(b) || rank(a) - rank(b);
  found.sort(byDistance ? (a, b) => (metresOf(a) < metresOf(b) ? -1 : metresOf(a) > metresOf(b) ? 1 : rank(a) - rank(b)) : areas.size > 0 ? byHonesty : (a, b) => rank(a) - rank(b)); // prettier-ignore
  return {
    total: found.length,
    placed: found.filter((at) => (index.columns.lng[at] as number) >= 0).length,
    rows: (page, size = PAGE_SIZE) =>
      found
        .slice(page * size, (page + 1) * size)
        .map((at) => rowAt(index, at, Number.isNaN(metres[at]) ? null : (metres[at] as number), query.travel, now)),
    positions: () =>
      found.flatMap((at) => {
        const position = index.cells.position(at);
        return position ? [{ id: index.cells.id(at) as string, at: position }] : [];
      }),
  };
}

/** Metres from the reader to every station; NaN where there is nothing to measure. */
function distances({ cells, count }: StationIndex, from: Gcj02 | null): Float64Array {
  const metres = new Float64Array(count).fill(NaN);
  if (from === null) return metres;
  for (let at = 0; at < count; at++) {
    const position = cells.position(at);
    if (position) metres[at] = greatCircle(from.lng, from.lat, position.lng, position.lat);
  }
  return metres;
}

function filterOf(index: StationIndex, query: StationQuery, metres: Float64Array, now: number) {
  const { cells, holidays } = index;
  const masks = query.needs.map((key) => maskOf(needs.find((need) => need.key === key)?.anyOf ?? []));
  const kinds = new Set(query.kinds.map((kind) => stationKinds.indexOf(kind)));
  const words = queryWords(query.text);
  const isOpen = isOpenAt(holidays);
  const checks: ((at: number) => boolean)[] = [];
  if (query.adcode !== null) checks.push((at) => cells.adcode(at) === query.adcode);
  if (query.street !== null) checks.push((at) => cells.street(at) === query.street);
  if (kinds.size > 0) checks.push((at) => kinds.has(index.columns.kind[at] as number));
  if (masks.length > 0) checks.push((at) => masks.every((mask) => (cells.facilities(at) & mask) !== 0));
  if (words.length > 0) checks.push((at) => words.every((word) => index.haystack(at).includes(word)));
  if (query.roundTheClock) {
    checks.push((at) => {
      const hours = index.hours(at);
      return hours !== null && isAlwaysOpen(hours);
    });
  }
  if (query.openOnArrival) {
    checks.push((at) => {
      const hours = index.hours(at);
      const way = metres[at] as number;
      const minutes = Number.isNaN(way) ? 0 : travelMinutes(way, query.travel);
      return hours !== null && isOpen(hours, now + minutes * 60_000);
    });
  }
  return (at: number): boolean => checks.every((check) => check(at));
}
