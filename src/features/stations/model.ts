/** The bundled stations, opened once for asking. */
import type { Link, StationDetail, StationIndexBundle } from '@/content/bundle';
import { metresBetween, gcj02, type Gcj02 } from '@/domain/geo';
import { openHolidays } from '@/domain/opening-hours';
import { districtPlaces, openStations, type StartingPlace, type StationDistrict } from '@/domain/station';
import bundle from './generated/station-index.json';

const { columns, districts, holidays, counts } = bundle as unknown as StationIndexBundle;

export const stations = openStations<StationDetail['source'], Link>(columns, districts, openHolidays(holidays));

/**
 * The districts by how far their centres are: where to list what has no position of its own. The order is all that is
 * said of it, never a distance.
 */
export function districtsFrom(from: Gcj02): StationDistrict[] {
  return stations.districts
    .flatMap((district) => {
      if (!district.centre) return [];
      return [{ district, metres: metresBetween(from, gcj02(district.centre.lng, district.centre.lat)) }];
    })
    .sort((a, b) => a.metres - b.metres)
    .map(({ district }) => district);
}

/** The districts that have any stations, the nearest to another's centre first. */
export function districtsBeside(adcode: string, most = 4): StartingPlace[] {
  const centre = stations.districts.find((one) => one.adcode === adcode)?.centre;
  if (!centre) return [];
  const places = new Map(districtPlaces(stations).map((place) => [place.adcode, place]));
  return districtsFrom(gcj02(centre.lng, centre.lat))
    .flatMap((district) => places.get(district.adcode) ?? [])
    .filter((place) => place.count > 0 && place.adcode !== adcode)
    .slice(0, most);
}

/** What is published of how many there are: in a district, or in the whole city. */
export const publishedCounts = (adcode: string | null) => counts.filter((count) => count.adcode === adcode);
