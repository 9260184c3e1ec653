/** The bundled stations, opened once for asking. */
import type { Link, StationDetail, StationIndexBundle } from '@/content/bundle';
import { metresBetween, gcj02, type Gcj02 } from '@/domain/geo';
import { openHolidays } from '@/domain/opening-hours';
import { openStations, type StationDistrict } from '@/domain/station';
import bundle from './generated/station-index.json';

const { columns, districts, holidays, counts } = bundle as unknown as StationIndexBundle;

export const stations = openStations<StationDetail['source'], Link>(columns, districts, openHolidays(holidays));

/** The district whose centre is nearest: where to list what has no position of its own. */
export function nearestDistrict(from: Gcj02): StationDistrict | null {
  let nearest: { district: StationDistrict; metres: number } | null = null;
  for (const district of stations.districts) {
    if (!district.centre) continue;
    const metres = metresBetween(from, gcj02(district.centre.lng, district.centre.lat));
    if (!nearest || metres < nearest.metres) nearest = { district, metres };
  }
  return nearest?.district ?? null;
}

/** What is published of how many there are: in a district, or in the whole city. */
export const publishedCounts = (adcode: string | null) => counts.filter((count) => count.adcode === adcode);
