import type { Degrees } from './datum';

/** A rectangle of degrees of one datum, as GeoJSON orders it (RFC 7946, section 5). */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Chongqing's outline, outwards to tenths of a degree: 105.2–110.3 E, 28.1–32.3 N in every datum in use. */
export const chongqing: Box = { west: 105.2, south: 28.1, east: 110.3, north: 32.3 };

/** Is the point in the box, its edges included? */
export const isInside = ({ lng, lat }: Degrees, box: Box): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;

/** The smallest box that holds all points; null without any. */
export function boxAround(points: readonly Degrees[]): Box | null {
  let box: Box | null = null;
  for (const { lng, lat } of points) {
    box = box
      ? {
          west: Math.min(box.west, lng),
          south: Math.min(box.south, lat),
          east: Math.max(box.east, lng),
          north: Math.max(box.north, lat),
        }
      : { west: lng, south: lat, east: lng, north: lat };
  }
  return box;
}
