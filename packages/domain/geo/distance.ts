import type { Gcj02, Wgs84 } from './datum';

/** The earth's mean radius in metres (IUGG). */
export const EARTH_RADIUS = 6371008.8;
/** A degree. */
export const RADIANS = Math.PI / 180;

/**
 * Metres along the great circle (haversine; the sphere is off by at most 0.5 %).
 *
 * @example metresBetween(gcj02(106.55, 29.56), gcj02(106.56, 29.56)) // 967.2…
 */
export function metresBetween<P extends Gcj02 | Wgs84>(a: P, b: P): number {
  const { sin, cos, asin, sqrt, min } = Math;
  const sinLat = sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLng = sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = sinLat * sinLat + cos(a.lat * RADIANS) * cos(b.lat * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS * asin(sqrt(min(1, h)));
}
