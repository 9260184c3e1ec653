/** Distances from one place to thousands: what depends on them alone is worked out once. */
import { EARTH_RADIUS, RADIANS } from './distance';

// Looked up once: a global is felt in loops over thousands.
const { sin, cos, asin, sqrt, min } = Math;

/** Places as points of the unit sphere, three coordinates a place; NaN where a place has no position. */
export type SpherePoints = Float64Array;

/** @param lng degrees of one datum, as `lat`; NaN for no position */
export function spherePoints(lng: ArrayLike<number>, lat: ArrayLike<number>): SpherePoints {
  const points = new Float64Array(lng.length * 3);
  for (let at = 0, point = 0; at < lng.length; at++, point += 3) {
    const [east, north] = [(lng[at] ?? NaN) * RADIANS, (lat[at] ?? NaN) * RADIANS];
    const level = cos(north);
    points[point] = level * cos(east);
    points[point + 1] = level * sin(east);
    points[point + 2] = sin(north);
  }
  return points;
}

/**
 * Metres along the great circle from a place to each, by the chord between them; the same as `metresBetween` to less
 * than a millimetre, in less than half of the time.
 *
 * @example metresToAll({ lng: 106.55, lat: 29.56 }, spherePoints([106.56], [29.56])) // [967.2…]
 */
export function metresToAll(from: { lng: number; lat: number }, points: SpherePoints): Float64Array {
  const [x = NaN, y = NaN, z = NaN] = spherePoints([from.lng], [from.lat]);
  const metres = new Float64Array(points.length / 3);
  for (let at = 0, point = 0; at < metres.length; at++, point += 3) {
    const [dx, dy, dz] = [(points[point] ?? NaN) - x, (points[point + 1] ?? NaN) - y, (points[point + 2] ?? NaN) - z];
    metres[at] = 2 * EARTH_RADIUS * asin(min(1, sqrt(dx * dx + dy * dy + dz * dz) / 2));
  }
  return metres;
}
