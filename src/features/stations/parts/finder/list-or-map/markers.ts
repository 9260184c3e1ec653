/** The map's markers: only those in sight, since each costs the map's own process, and no more than it draws well. */
import type { MapProps } from '@tarojs/components/types/Map';
import { dayAt } from '@yugong/domain/calendar';
import { isInside, metresBetween, type Box, type Gcj02 } from '@yugong/domain/geo';
import { light, measure, radius, text } from '@yugong/tokens';
import { stationsNow } from '../../../model';

type Marker = MapProps.marker & { id: number; joinCluster: boolean };

/** A station's place among all, or the reader's own. */
export const HERE_ID = 1_000_000;
/** A district's marker: this and its adcode as a number. */
const DISTRICT_ID = 2_000_000;
/** Of a map wider than this, about 60 km, single stations say little, and each district has one marker with its count. */
const FAR_DEGREES = 0.6;
/** WeChat clusters them; beyond this even cheap phones that cluster get slow. */
const MAX_MARKERS = 300;
/** The map takes plain numbers, in logical px. */
const SIZE = { width: 30, height: 38 };
const FOLDER = '/features/stations/markers';

/**
 * Markers of the stations in a box, those nearest to its middle first where there are too many.
 *
 * @param now decides their look: open, closed or unknown; outdated hours are unknown, however open they may be
 */
export function markersIn(
  positions: readonly { id: string; at: Gcj02 }[],
  box: Box,
  middle: Gcj02,
  now: number,
): Marker[] {
  const stations = stationsNow();
  const today = dayAt(now);
  const inside = positions.filter(({ at }) => isInside(at, box));
  if (inside.length > MAX_MARKERS) inside.sort((a, b) => metresBetween(a.at, middle) - metresBetween(b.at, middle));
  return inside.slice(0, MAX_MARKERS).map(({ id, at }) => {
    const place = stations.indexOf(id);
    const { state: written } = stations.stateAt(stations.hours(place), now);
    const state = written === 'open' && !stations.hoursAreCurrent(place, today) ? 'unknown' : written;
    return {
      id: place,
      longitude: at.lng,
      latitude: at.lat,
      iconPath: `${FOLDER}/${state}.png`,
      ...SIZE,
      joinCluster: true,
      ariaLabel: stations.cells.title(place) ?? '',
    };
  });
}

/** Does a map of this box show districts instead of stations? */
export const isFar = (box: Box): boolean => box.east - box.west > FAR_DEGREES;

/** The adcode that a district's marker stands for; null for any other marker. */
export const districtOfMarker = (id: number): string | null => (id > DISTRICT_ID ? String(id - DISTRICT_ID) : null);

/**
 * A marker at the seat of each district in a box that has any stations, with its name and how many. It stands for the
 * district: where the stations are, it doesn't say.
 */
export function districtMarkersIn(counts: ReadonlyMap<string, number>, box: Box): Marker[] {
  return stationsNow().districts.flatMap(({ adcode, title, centre }) => {
    const count = counts.get(adcode) ?? 0;
    if (!centre || count === 0 || !isInside(centre, box)) return [];
    return [
      {
        id: DISTRICT_ID + Number(adcode),
        longitude: centre.lng,
        latitude: centre.lat,
        iconPath: `${FOLDER}/district.png`,
        width: SIZE.width,
        height: SIZE.width,
        anchor: { x: 0.5, y: 0.5 },
        joinCluster: false,
        label: {
          content: `${title} ${count}`,
          color: light.stations,
          fontSize: text.caption,
          anchorX: 0,
          anchorY: 0,
          borderWidth: measure.hairline,
          borderColor: light.stations,
          borderRadius: radius.small,
          bgColor: light.surface,
          padding: measure.ring,
          textAlign: 'center' as const,
        },
        ariaLabel: `${title}，${count} 个驿站`,
      },
    ];
  });
}

/** Where the search begins. */
export const hereMarker = (at: Gcj02): Marker => ({
  id: HERE_ID,
  longitude: at.lng,
  latitude: at.lat,
  iconPath: `${FOLDER}/here.png`,
  width: SIZE.width,
  height: SIZE.width,
  anchor: { x: 0.5, y: 0.5 },
  joinCluster: false,
  ariaLabel: '出发地',
});
