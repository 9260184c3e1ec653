/** What the finder shows, worked out from what is chosen; {@link findStations} does the finding. */
import type { Gcj02, TravelMode } from '@yugong/domain/geo';
import {
  anyStation,
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
  sort: StationQuery['sort'];
}

export const noWishes: StationWishes = {
  needs: [],
  kinds: [],
  openOnArrival: false,
  roundTheClock: false,
  sort: 'distance',
};

/** How many wishes stand in the filter's sheet. */
export const countOf = ({ needs, kinds, openOnArrival, roundTheClock }: StationWishes): number =>
  needs.length + kinds.length + Number(openOnArrival) + Number(roundTheClock);

export interface FinderResult {
  /** The nearest that is known to be open when the reader arrives; without a point to measure from, the best known. */
  best: StationRow | null;
  /** How many are known to be open when the reader arrives. */
  open: number;
  /** Are there distances? */
  measured: boolean;
  total: number;
  rows: readonly StationRow[];
  pages: number;
  /** Without a position, under their district; only beside a list by distance. */
  unplaced: { title: string; adcode: string; rows: readonly StationRow[]; total: number } | null;
  /** Nothing has a position, so the districts around stand in for distance; this is the nearest. */
  insteadOfNear: string | null;
  /** How many of them have a position, and where these are. */
  placed: number;
  positions: () => { id: string; at: Gcj02 }[];
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
  const { from, adcode, street } = start;
  const query: StationQuery = { ...anyStation, ...wishes, travel, from, adcode, street };
  const key = JSON.stringify(query);
  const found = findStations(stations, query, now);
  const openNow = wishes.openOnArrival ? found : findStations(stations, { ...query, openOnArrival: true }, now);
  const around = from === null ? [] : districtsFrom(from);
  const [near = null] = around;

  // A list by distance ends with the last that has one; the others stand under their district.
  if (from !== null && found.placed > 0) {
    const under = near && findStations(stations, { ...query, adcode: near.adcode, sort: 'honesty' }, now);
    return {
      best: openNow.placed > 0 ? (openNow.rows(0, 1)[0] ?? null) : null,
      open: openNow.placed,
      measured: true,
      total: found.placed,
      rows: found.rows(page).filter(({ way }) => way !== null),
      pages: Math.ceil(found.placed / PAGE_SIZE),
      unplaced:
        under && under.total > under.placed
          ? { title: near.title, adcode: near.adcode, rows: under.unplacedRows(), total: under.total - under.placed }
          : null,
      insteadOfNear: null,
      placed: found.placed,
      positions: found.positions,
      key,
    };
  }
  // None has a position, so the districts' order stands in for distance.
  const byDistrict = { ...query, from: null, districts: around.map(({ adcode: code }) => code) };
  const listed = near ? findStations(stations, byDistrict, now) : found;
  const listedOpen = near ? findStations(stations, { ...byDistrict, openOnArrival: true }, now) : openNow;
  return {
    best: listedOpen.rows(0, 1)[0] ?? null,
    open: listedOpen.total,
    measured: false,
    total: listed.total,
    rows: listed.rows(page),
    pages: Math.ceil(listed.total / PAGE_SIZE),
    unplaced: null,
    insteadOfNear: near?.title ?? null,
    placed: listed.placed,
    positions: listed.positions,
    key,
  };
}
