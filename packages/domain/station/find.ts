/** Which stations answer a question, in which order, and the few of them that are looked at. */
import { dayAt } from '../calendar';
import { metresToAll, travelMinutes, type Gcj02, type TravelMode } from '../geo';
import { isAlwaysOpen } from '../opening-hours';
import { queryWords } from '../search';
import { MINUTE } from '../time';
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
  /** Only those of which a source says that anybody may come in. */
  anyoneMayEnter: boolean;
  /** Open 24 hours, every day. */
  roundTheClock: boolean;
  /** Only those known to be open when the reader arrives: neither unknown nor outdated hours count as open. */
  openOnArrival: boolean;
  /** Only those within so many metres, counted at the farthest of a position known roughly; null for any. */
  within: number | null;
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
  anyoneMayEnter: false,
  roundTheClock: false,
  openOnArrival: false,
  within: null,
  text: '',
  sort: 'distance',
  districts: [],
};

export interface FoundStations {
  total: number;
  /**
   * How many of them can be measured to, by a position or by the centre of their street: with `from`, the first so many
   * in the order of distance.
   */
  placed: number;
  /** How many have a position of their own, which a map can show; no street's centre is one. */
  located: number;
  /** The rows of a page (from 0). Only these are made; ask again for others. */
  rows(page: number, size?: number): StationRow[];
  /** The first of those without a position, in the same order; there are `total - placed`. */
  unplacedRows(size?: number): StationRow[];
  /** A station's place in the order, as a marker on the map would ask: all positions found, nothing else of them. */
  positions(): { id: string; at: Gcj02 }[];
  /** How many of them each district has, by adcode; those of no district are left out. */
  districtCounts(): Map<string, number>;
}

export const PAGE_SIZE = 12;

/**
 * Finds stations.
 *
 * @param now milliseconds since the epoch
 * @example findStations(index, { ...anyStation, from: here, needs: ['toilet'] }, Date.now()).rows(0)
 */
export function findStations(index: StationIndex, query: StationQuery, now: number): FoundStations {
  const { cells } = index;
  const metres = query.from === null ? null : metresFrom(index, query.from);
  const found = ordered(index, query, wantedOf(index, query, metres, now), metres, now);
  const wayOf = (at: number): number | null => {
    const way = metres?.[at];
    return way === undefined || Number.isNaN(way) ? null : way;
  };
  const isPlaced = (at: number): boolean => {
    const lng = (metres ?? cells.lng)[at] ?? NaN;
    // Only what is no number differs from itself; a global looked up thousands of times is felt in WeChat.
    return lng === lng;
  };
  const today = dayAt(now);
  const rowOf = (at: number): StationRow => rowAt(index, at, wayOf(at), { travel: query.travel, now, today });
  let [placed, located] = [0, 0];
  found.forEach((at) => {
    const lng = cells.lng[at] ?? NaN;
    if (isPlaced(at)) placed++;
    if (lng === lng) located++;
  });
  return {
    total: found.length,
    placed,
    located,
    rows: (page, size = PAGE_SIZE) => Array.from(found.subarray(page * size, (page + 1) * size), rowOf),
    unplacedRows: (size = PAGE_SIZE) => Array.from(found.filter((at) => !isPlaced(at)).subarray(0, size), rowOf),
    positions: () =>
      Array.from(found).flatMap((at) => {
        const position = cells.position(at);
        return position ? [{ id: cells.id(at), at: position }] : [];
      }),
    districtCounts: () => {
      const counts = new Map<string, number>();
      found.forEach((at) => {
        const adcode = cells.adcode(at);
        if (adcode !== null) counts.set(adcode, (counts.get(adcode) ?? 0) + 1);
      });
      return counts;
    },
  };
}

/** The places of all that are wanted. */
function wantedOf(index: StationIndex, query: StationQuery, metres: Float64Array | null, now: number): number[] {
  const isWanted = filterOf(index, query, metres, now);
  const wanted: number[] = [];
  for (let at = 0; at < index.count; at++) if (isWanted(at)) wanted.push(at);
  return wanted;
}

/** Stations without a position are at no distance: not near, not far, but behind all that are somewhere. */
const BEHIND = 1e9;
/** Invented stations come behind all real ones that can be measured to, or behind all districts. */
const DEMO_BEHIND = 1e8;
/** A distance is told apart to the decimetre. */
const DECIMETRES = 10;

/**
 * Puts them into the order asked for. Each gets one number, where it comes and then its rank by honesty, so that the
 * engine sorts plain numbers: on a cheap phone a comparing function costs ten times as much.
 */
function ordered(index: StationIndex, query: StationQuery, wanted: number[], metres: Float64Array | null, now: number) {
  const { order, ranks } = index.rankings(dayAt(now));
  const byDistance = query.sort === 'distance' ? metres : null;
  const areas = new Map(query.districts.map((adcode, at) => [adcode, at]));
  const before = (at: number): number => {
    if (byDistance === null) return areas.size === 0 ? 0 : (areas.get(index.cells.adcode(at) ?? '') ?? areas.size);
    const way = byDistance[at] ?? NaN;
    return way === way ? round(way * DECIMETRES) : BEHIND;
  };
  const keys = new Float64Array(wanted.length);
  wanted.forEach((at, place) => {
    const behind = index.cells.demo(at) === null ? 0 : DEMO_BEHIND;
    keys[place] = (before(at) + behind) * index.count + (ranks[at] as number);
  });
  keys.sort();
  return Uint32Array.from(keys, (key) => order[key % index.count] as number);
}

const { round } = Math;
const measured = new WeakMap<StationIndex, { from: Gcj02; metres: Float64Array }>();

/** Metres from a place to every station; NaN where there is nothing to measure. Kept for the next question from there. */
function metresFrom(index: StationIndex, from: Gcj02): Float64Array {
  const before = measured.get(index);
  if (before?.from === from) return before.metres;
  const metres = metresToAll(from, index.points());
  measured.set(index, { from, metres });
  return metres;
}

function filterOf(index: StationIndex, query: StationQuery, metres: Float64Array | null, now: number) {
  const { cells } = index;
  const masks = query.needs.map((key) => maskOf(needs.find((need) => need.key === key)?.anyOf ?? []));
  const kinds = new Set(query.kinds.map((kind) => stationKinds.indexOf(kind)));
  const words = queryWords(query.text);
  const checks: ((at: number) => boolean)[] = [];
  if (query.adcode !== null) checks.push((at) => cells.adcode(at) === query.adcode);
  if (query.street !== null) checks.push((at) => cells.street(at) === query.street);
  if (kinds.size > 0) checks.push((at) => kinds.has(cells.kinds[at] ?? -1));
  if (masks.length > 0) checks.push((at) => masks.every((mask) => (cells.facilities(at) & mask) !== 0));
  if (query.anyoneMayEnter) checks.push((at) => cells.anyoneMayEnter(at) === 'yes');
  if (words.length > 0) checks.push((at) => words.every((word) => index.haystack(at).includes(word)));
  const { within } = query;
  if (within !== null) {
    checks.push((at) => {
      const way = metres?.[at] ?? NaN;
      return way + (index.about(at) ?? 0) <= within;
    });
  }
  if (query.roundTheClock) {
    checks.push((at) => {
      const hours = index.hours(at);
      return hours !== null && isAlwaysOpen(hours);
    });
  }
  if (query.openOnArrival) {
    const today = dayAt(now);
    checks.push((at) => {
      const hours = index.hours(at);
      if (hours === null || !index.hoursAreCurrent(at, today)) return false;
      const way = metres?.[at] ?? NaN;
      const minutes = way === way ? travelMinutes(way, query.travel) : 0;
      return index.isOpen(hours, now + minutes * MINUTE);
    });
  }
  return (at: number): boolean => checks.every((check) => check(at));
}
