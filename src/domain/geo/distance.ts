import type { Gcj02, Wgs84 } from './datum';

/** The earth's mean radius in metres (IUGG). */
const RADIUS = 6371008.8;
const RADIANS = Math.PI / 180;
// Looked up once: greatCircle runs thousands of times for a list.
const { sin, cos, asin, sqrt, min } = Math;

/**
 * Metres along the great circle (haversine; the sphere is off by at most 0.5 %).
 *
 * @example metresBetween(gcj02(106.55, 29.56), gcj02(106.56, 29.56)) // 967.2…
 */
export function metresBetween<P extends Gcj02 | Wgs84>(a: P, b: P): number {
  return greatCircle(a.lng, a.lat, b.lng, b.lat);
}

/** The same on bare degrees of one datum, for loops over columns. */
export function greatCircle(lngA: number, latA: number, lngB: number, latB: number): number {
  const sinLat = sin(((latB - latA) * RADIANS) / 2);
  const sinLng = sin(((lngB - lngA) * RADIANS) / 2);
  const h = sinLat * sinLat + cos(latA * RADIANS) * cos(latB * RADIANS) * sinLng * sinLng;
  return 2 * RADIUS * asin(sqrt(min(1, h)));
}
