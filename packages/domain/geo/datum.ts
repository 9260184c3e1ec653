/**
 * A position says by which datum it was measured: 300 to 500 m lie between the same figures in two of them,
 * so a position of one never passes for one of the other.
 *
 * Conversion (gcoord) is the content import's and the browser's locate port's: the phone's own chip of WeChat
 * gives GCJ-02 already.
 */
declare const datum: unique symbol;

/** Degrees, whatever the datum. */
export interface Degrees {
  readonly lng: number;
  readonly lat: number;
}

/** The datum of maps published in China (高德, 腾讯, WeChat). */
export type Gcj02 = Degrees & { readonly [datum]: 'GCJ-02' };
/** The datum of satellites, and of a browser's geolocation. */
export type Wgs84 = Degrees & { readonly [datum]: 'WGS-84' };

/** States that a pair of degrees is GCJ-02; nothing is converted. */
export const gcj02 = (lng: number, lat: number): Gcj02 => ({ lng, lat }) as Gcj02;

/** States that a pair of degrees is WGS-84; nothing is converted. */
export const wgs84 = (lng: number, lat: number): Wgs84 => ({ lng, lat }) as Wgs84;

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
