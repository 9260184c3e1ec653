/** The bundled stations with what the service has since: pure. */
import type { Link, StationDetail } from '@yugong/content/bundle';
import type { FedStation } from '@yugong/content/station-feed';
import { isInside, type Box } from '@yugong/domain/geo';

/** What was taken from the service. */
export interface StationOverlay {
  version: string;
  edition: string;
  /** All there are, or only those of the areas. */
  whole: boolean;
  areas: readonly string[];
  records: readonly FedStation[];
}

/** An area as it is asked for: a district's code (null), or `west,south,east,north`. */
function boxOf(area: string): Box | null {
  if (!area.includes(',')) return null;
  const [west = 0, south = 0, east = 0, north = 0] = area.split(',').map(Number);
  return { west, south, east, north };
}

/** Is a bundled station in one of the areas? Then the service has the last word on it. */
function isAsked({ adcode, location }: StationDetail, areas: readonly string[]): boolean {
  return areas.some((area) => {
    const box = boxOf(area);
    return box ? location !== null && isInside(location, box) : adcode === area;
  });
}

/**
 * The stations as they are now: taken ones in place of bundled ones, and what the service no longer has in its areas
 * left out.
 *
 * @param titleOf the district's name today
 */
export function applyOverlay(
  bundled: readonly StationDetail[],
  { whole, areas, records }: StationOverlay,
  titleOf: (adcode: string) => string | null,
): StationDetail[] {
  const links = new Map(bundled.map((station) => [station.id, station.links]));
  const taken = new Set(records.map(({ id }) => id));
  const rest = whole ? [] : bundled.filter((station) => !taken.has(station.id) && !isAsked(station, areas));
  return [...rest, ...records.map((record) => detailOf(record, links.get(record.id) ?? [], titleOf))];
}

function detailOf(record: FedStation, links: Link[], titleOf: (adcode: string) => string | null): StationDetail {
  const { adcode = null, districtThen, ...rest } = record;
  const now = adcode === null ? null : titleOf(adcode);
  return {
    ...rest,
    adcode,
    districtThen: districtThen !== undefined && districtThen !== now ? districtThen : null,
    entry: record.entry ?? [],
    anyoneMayEnter: record.anyoneMayEnter ?? 'unknown',
    floor: record.floor ?? null,
    verifiedAt: record.verifiedAt ?? null,
    verifiedBy: record.verifiedBy ?? null,
    asOf: record.asOf ?? null,
    publishedAt: record.publishedAt ?? null,
    demo: record.demo ?? false,
    pictures: record.pictures ?? [],
    moreSources: record.moreSources ?? [],
    links,
  };
}

/** As many as a phone keeps; the areas asked for last stay. */
export const MAX_STATIONS_KEPT = 800;

/** What was taken before and what is taken now, of the same version; of another it begins anew. */
export function mergeOverlays(before: StationOverlay | null, now: StationOverlay): StationOverlay {
  if (!before || before.version !== now.version || now.whole || before.whole) return now;
  const ids = new Set(now.records.map(({ id }) => id));
  const older = before.records.filter(({ id }) => !ids.has(id));
  // With the oldest records their area goes too, or its stations would count as withdrawn.
  if (now.records.length + older.length > MAX_STATIONS_KEPT) return now;
  return { ...now, areas: [...new Set([...now.areas, ...before.areas])], records: [...now.records, ...older] };
}
