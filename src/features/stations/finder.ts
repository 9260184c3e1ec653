/** What the finder shows, worked out from what is chosen; {@link findStations} does the finding. */
import type { Gcj02, TravelMode } from '@yugong/domain/geo';
import {
  anyStation,
  defaultReach,
  findStations,
  PAGE_SIZE,
  type NeedKey,
  type StationKind,
  type StationQuery,
  type StationRow,
} from '@yugong/domain/station';
import { districtsFrom, type Stations } from './model';
import type { StartPoint } from './start-point';

/** What the reader wishes for. */
export interface StationWishes {
  needs: readonly NeedKey[];
  kinds: readonly StationKind[];
  openOnArrival: boolean;
  roundTheClock: boolean;
  /** Only those of which it is known that anybody may come in. */
  anyoneMayEnter: boolean;
  sort: StationQuery['sort'];
  /** How far in metres 「附近」 reaches; null for what is usual by the means of travel. */
  reach: number | null;
}

export const noWishes: StationWishes = {
  needs: [],
  kinds: [],
  openOnArrival: false,
  roundTheClock: false,
  anyoneMayEnter: false,
  sort: 'distance',
  reach: null,
};

/** How many wishes stand in the filter's sheet. */
export const countOf = ({ needs, kinds, openOnArrival, roundTheClock, anyoneMayEnter }: StationWishes): number =>
  needs.length + kinds.length + [openOnArrival, roundTheClock, anyoneMayEnter].filter(Boolean).length;

export interface FinderResult {
  /**
   * The nearest within reach that is known to be open when the reader arrives; else the best known of the district that
   * was chosen by name. Never one of elsewhere.
   */
  best: StationRow | null;
  /** How many of an area chosen by name, or of the whole city, are known to be open; with a point, of those within reach. */
  open: number;
  /** How far in metres 「附近」 reaches. */
  reach: number;
  /** How many are within reach. */
  near: number;
  /** Are there distances? */
  measured: boolean;
  total: number;
  rows: readonly StationRow[];
  pages: number;
  /** At no distance at all, under the district that the reader is in; only beside a list by distance. */
  unplaced: { title: string; adcode: string; rows: readonly StationRow[]; total: number } | null;
  /** Nothing can be measured to, so the districts around stand in for distance. */
  byDistricts: boolean;
  /** How many of them have a position of their own, for the map, and where these are. */
  placed: number;
  positions: () => { id: string; at: Gcj02 }[];
  /** How many answer the question in each district, by adcode, whether they have a position or not. */
  districtCounts: () => Map<string, number>;
  /** The same for the same question, whatever the time and the page. */
  key: string;
}

export interface FinderQuery {
  start: StartPoint;
  travel: TravelMode;
  wishes: StationWishes;
  /** From 0. */
  page: number;
  /** Milliseconds since the epoch. */
  now: number;
}

export function runFinder(stations: Stations, { start, travel, wishes, page, now }: FinderQuery): FinderResult {
  const { from, adcode, street, district } = start;
  const { reach: chosenReach, ...filters } = wishes;
  const reach = chosenReach ?? defaultReach[travel];
  const query: StationQuery = { ...anyStation, ...filters, travel, from, adcode, street };
  const key = JSON.stringify({ ...query, reach });
  const found = findStations(stations, query, now);
  const nearby: StationQuery = { ...query, sort: 'distance', within: reach };

  // A list by distance ends with the last that has one; the others stand under their district.
  if (from !== null && found.placed > 0) {
    const near = findStations(stations, nearby, now);
    const openNear = wishes.openOnArrival ? near : findStations(stations, { ...nearby, openOnArrival: true }, now);
    const under = district && findStations(stations, { ...query, adcode: district.adcode, sort: 'honesty' }, now);
    return {
      best: realFirst([...openNear.rows(0, 1), ...bestOf(stations, query, district, now)]),
      open: openNear.total,
      reach,
      near: near.total,
      measured: true,
      total: found.placed,
      rows: found.rows(page).filter(({ way }) => way !== null),
      pages: Math.ceil(found.placed / PAGE_SIZE),
      unplaced:
        under && under.total > under.placed
          ? {
              title: district.title,
              adcode: district.adcode,
              rows: under.unplacedRows(),
              total: under.total - under.placed,
            }
          : null,
      byDistricts: false,
      placed: found.located,
      positions: found.positions,
      districtCounts: found.districtCounts,
      key,
    };
  }
  // None can be measured to, so the districts' order stands in for distance, the reader's own first.
  const around = from === null ? [] : districtsFrom(from).map(({ adcode: code }) => code);
  const districts = district ? [district.adcode, ...around.filter((code) => code !== district.adcode)] : around;
  const listed = from === null ? found : findStations(stations, { ...query, from: null, districts }, now);
  const open = findStations(stations, { ...query, openOnArrival: true }, now);
  const best = from === null ? (adcode === null ? [] : open.rows(0, 1)) : bestOf(stations, query, district, now);
  return {
    best: realFirst(best),
    open: open.total,
    reach,
    near: 0,
    measured: false,
    total: listed.total,
    rows: listed.rows(page),
    pages: Math.ceil(listed.total / PAGE_SIZE),
    unplaced: null,
    byDistricts: from !== null,
    placed: listed.located,
    positions: listed.positions,
    districtCounts: listed.districtCounts,
    key,
  };
}

/** The best known that is open in the district of a place chosen by name; a guessed district gives none. */
function bestOf(
  stations: Stations,
  query: StationQuery,
  district: StartPoint['district'],
  now: number,
): readonly StationRow[] {
  if (district === null || district.probable) return [];
  const inDistrict: StationQuery = { ...query, adcode: district.adcode, openOnArrival: true };
  return findStations(stations, inDistrict, now).rows(0, 1);
}

const realFirst = (rows: readonly StationRow[]): StationRow | null => rows.find(({ demo }) => !demo) ?? rows[0] ?? null;
