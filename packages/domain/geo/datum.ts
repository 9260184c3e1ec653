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
