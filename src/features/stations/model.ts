/** The stations by district. A record without coordinates never gets a made-up distance. */
import type { StationItem, StationsBundle } from '@/content/bundle';
import bundle from './generated/stations.json';

const { stations, districts, statistics } = bundle as unknown as StationsBundle;

export const allStations: readonly StationItem[] = stations;

export const stationById = (id: string): StationItem | undefined => stations.find((station) => station.id === id);

/** Exact places before hints, then by name. */
export function stationsIn(adcode: string | null): StationItem[] {
  return stations
    .filter((station) => adcode === null || station.district?.adcode === adcode)
    .sort((a, b) => Number(a.precision === 'area') - Number(b.precision === 'area') || a.title.localeCompare(b.title));
}

/** All districts, those with stations first: a reader may ask for one we know nothing of and is told so. */
export function districtOptions() {
  const counted = districts.map(({ adcode, title }) => ({
    value: adcode,
    text: title,
    count: stationsIn(adcode).length,
  }));
  return [{ value: null, text: '全市', count: stations.length }, ...counted.sort((a, b) => b.count - a.count)];
}

export const districtTitle = (adcode: string): string | undefined => districts.find((d) => d.adcode === adcode)?.title;

/** What is published of how many there are: in a district, or in the whole city. */
export function publishedCounts(adcode: string | null) {
  return statistics.filter(
    (statistic) => /驿站|港湾/.test(statistic.title) && (statistic.district?.adcode ?? null) === adcode,
  );
}
