/** The stations, opened once for asking: those bundled, or what is known since. */
import { create } from 'zustand';
import type { Link, StationDetail, StationIndexBundle } from '@yugong/content/bundle';
import { metresBetween, gcj02, type Gcj02 } from '@yugong/domain/geo';
import { HolidayYearRecord } from '@yugong/domain/district/record';
import { openHolidays, packHolidays, type HolidayData } from '@yugong/domain/opening-hours';
import {
  districtPlaces,
  openGazetteer,
  openStations,
  packStations,
  type StartingPlace,
  type StationDistrict,
  type StationIndex,
} from '@yugong/domain/station';
import { defineSource, openCollection, refreshCollection, watchCollection } from '@/platform/content-feed';
import { log } from '@/platform/log';
import packedGazetteer from './generated/gazetteer.json';
import bundle from './generated/station-index.json';
import { bundleOf } from '@/platform/content-feed/bundle-of';

const { columns, districts, holidays, counts } = bundleOf<StationIndexBundle>(bundle);

/** Rail stations, landmarks, streets and towns to start from. */
export const gazetteer = openGazetteer(packedGazetteer);

export type Stations = StationIndex<StationDetail['source'], Link>;

/** What the service has, laid over the bundle; asked for a district's name today. */
type MakeStations = (titleOf: (adcode: string) => string | null) => readonly StationDetail[];

const holidaySource = defineSource<HolidayData, 'holidays'>({
  collection: 'holidays',
  record: HolidayYearRecord,
  bundled: holidays,
  read: packHolidays,
});
let table = openHolidays(openCollection(holidaySource));

const openBundled = (): Stations => openStations(columns, districts, table, gazetteer.townOf);
let bundled = openBundled();

/** Makes the stations of now from those bundled; null while these are all there are. */
let overlay: MakeStations | null = null;

/** The stations as they are known now; a page that shows them is drawn anew when they change. */
export const useStations = create<{ stations: Stations }>(() => ({ stations: bundled }));

/** The same outside of drawing. */
export const stationsNow = (): Stations => useStations.getState().stations;

const show = (): void => useStations.setState({ stations: (overlay && openOverBundle(overlay)) ?? bundled });

/** @param make null for those bundled */
export function showStations(make: MakeStations | null): void {
  overlay = make;
  show();
}

// A year's holidays came: whatever depends on them is worked out anew.
watchCollection(holidaySource, (data) => {
  table = openHolidays(data);
  bundled = openBundled();
  show();
});

/** Asks whether a year's holidays were published since. */
export const refreshHolidays = (now = false): void => void refreshCollection(holidaySource, { now });

/** Every bundled station as a whole. */
export const bundledStations = (): StationDetail[] =>
  Array.from({ length: bundled.count }, (_, at) => bundled.cells.id(at)).flatMap((id) => {
    const station = id === null ? null : bundled.station(id);
    return station ? [station] : [];
  });

/**
 * Opens stations made of the bundled ones, with the bundle's districts. What is kept or fed must never keep the finder
 * from opening.
 *
 * @returns null where they can't be opened: the bundle is shown then
 */
function openOverBundle(make: MakeStations): Stations | null {
  try {
    return openStations(packStations(make(bundled.districtTitle)), districts, table, gazetteer.townOf);
  } catch (error) {
    log('stations', `what the service has could not be opened: ${error instanceof Error ? error.message : 'unknown'}`);
    return null;
  }
}

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
