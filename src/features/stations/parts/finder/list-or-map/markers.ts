/** The map's markers: only those in sight, since each costs the map's own process, and no more than it draws well. */
import type { MapProps } from '@tarojs/components/types/Map';
import { dayAt } from '@yugong/domain/calendar';
import { isInside, metresBetween, type Box, type Gcj02 } from '@yugong/domain/geo';
import { stationsNow } from '../../../model';

type Marker = MapProps.marker & { id: number; joinCluster: boolean };

/** A station's place among all, or the reader's own. */
export const HERE_ID = 1_000_000;
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
