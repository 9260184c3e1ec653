/** The stations, opened once for asking: those bundled, or what is known since. */
import { create } from 'zustand';
import type { Link, StationDetail, StationIndexBundle } from '@yugong/content/bundle';
import { metresBetween, gcj02, type Gcj02 } from '@yugong/domain/geo';
import { openHolidays } from '@yugong/domain/opening-hours';
import {
  districtPlaces,
  openGazetteer,
  openStations,
  packStations,
  type StartingPlace,
  type StationDistrict,
  type StationIndex,
} from '@yugong/domain/station';
import { log } from '@/platform/log';
import packedGazetteer from './generated/gazetteer.json';
import bundle from './generated/station-index.json';
import { bundleOf } from '@/platform/content-feed/bundle-of';

const { columns, districts, holidays, counts } = bundleOf<StationIndexBundle>(bundle);
const table = openHolidays(holidays);

/** Rail stations, landmarks, streets and towns to start from. */
export const gazetteer = openGazetteer(packedGazetteer);

export type Stations = StationIndex<StationDetail['source'], Link>;

const bundled: Stations = openStations(columns, districts, table, gazetteer.townOf);

/** The stations as they are known now; a page that shows them is drawn anew when they change. */
export const useStations = create<{ stations: Stations }>(() => ({ stations: bundled }));

/** The same outside of drawing. */
export const stationsNow = (): Stations => useStations.getState().stations;

/** @param stations null for those bundled */
export const showStations = (stations: Stations | null): void =>
  useStations.setState({ stations: stations ?? bundled });

/** Every bundled station as a whole. */
export const bundledStations = (): StationDetail[] =>
  Array.from({ length: bundled.count }, (_, at) => bundled.cells.id(at)).flatMap((id) => {
    const station = id === null ? null : bundled.station(id);
    return station ? [station] : [];
  });

/**
 * Opens stations made of the bundled ones, with the bundle's districts and holidays. What is kept or fed must never keep
 * the finder from opening.
 *
 * @returns null where they can't be opened: the bundle is shown then
 */
export const openOverBundle = (
  make: (titleOf: (adcode: string) => string | null) => readonly StationDetail[],
): Stations | null => {
  try {
    return openStations(packStations(make(bundled.districtTitle)), districts, table, gazetteer.townOf);
  } catch (error) {
    log('stations', `what the service has could not be opened: ${error instanceof Error ? error.message : 'unknown'}`);
    return null;
  }
};

/**
 * The districts by how far their centres are: where to list what has no position of its own. The order is all that is
 * said of it, never a distance.
 */
export function districtsFrom(from: Gcj02): StationDistrict[] {
  return districts
    .flatMap((district) => {
      if (!district.centre) return [];
      return [{ district, metres: metresBetween(from, gcj02(district.centre.lng, district.centre.lat)) }];
    })
    .sort((a, b) => a.metres - b.metres)
    .map(({ district }) => district);
}

/** The districts that have any stations, the nearest to another's centre first. */
export function districtsBeside(adcode: string, most = 4): StartingPlace[] {
  const centre = districts.find((one) => one.adcode === adcode)?.centre;
  if (!centre) return [];
  const places = new Map(districtPlaces(stationsNow()).map((place) => [place.adcode, place]));
  return districtsFrom(gcj02(centre.lng, centre.lat))
    .flatMap((district) => places.get(district.adcode) ?? [])
    .filter((place) => place.count > 0 && place.adcode !== adcode)
    .slice(0, most);
}

/** What is published of how many there are: in a district, or in the whole city. */
export const publishedCounts = (adcode: string | null) => counts.filter((count) => count.adcode === adcode);
