/** Distances from one place to thousands: what depends on them alone is worked out once. */
import { EARTH_RADIUS } from './distance';

const RADIANS = Math.PI / 180;
// Looked up once: a global is felt in loops over thousands.
const { sin, cos, asin, sqrt, min } = Math;

/** Places as points of the unit sphere, three coordinates a place; NaN where a place has no position. */
export type SpherePoints = Float64Array;

function put(points: SpherePoints, at: number, lng: number, lat: number): void {
  const level = cos(lat * RADIANS);
  points[at * 3] = level * cos(lng * RADIANS);
  points[at * 3 + 1] = level * sin(lng * RADIANS);
  points[at * 3 + 2] = sin(lat * RADIANS);
}

/** @param lng degrees of one datum, as `lat`; NaN for no position */
export function spherePoints(lng: ArrayLike<number>, lat: ArrayLike<number>): SpherePoints {
  const points = new Float64Array(lng.length * 3);
  for (let at = 0; at < lng.length; at++) put(points, at, lng[at] as number, lat[at] as number);
  return points;
}

/**
 * Metres along the great circle from a place to each, by the chord between them; the same as `metresBetween` to less
 * than a millimetre, in less than half of the time.
 *
 * @example metresToAll({ lng: 106.55, lat: 29.56 }, spherePoints([106.56], [29.56])) // [967.2…]
 */
export function metresToAll(from: { lng: number; lat: number }, points: SpherePoints): Float64Array {
  const here = new Float64Array(3);
  put(here, 0, from.lng, from.lat);
  const [x, y, z] = [here[0] as number, here[1] as number, here[2] as number];
  const metres = new Float64Array(points.length / 3);
  for (let at = 0, point = 0; at < metres.length; at++, point += 3) {
    const [dx, dy, dz] = [(points[point] as number) - x, (points[point + 1] as number) - y, (points[point + 2] as number) - z]; // prettier-ignore
    metres[at] = 2 * EARTH_RADIUS * asin(min(1, sqrt(dx * dx + dy * dy + dz * dz) / 2));
  }
  return metres;
}
