/** A position as a list gives it, in the dataset's datum. */
import gcoord from 'gcoord';
import { chongqing, gcj02, isInside, type Gcj02 } from '../../../src/domain/geo';

export type Datum = 'GCJ02' | 'BD09' | 'WGS84';

const NAMES: [RegExp, Datum][] = [
  [/^(?:gcj-?0?2|火星(?:坐标)?|高德|腾讯|微信|gcj)/, 'GCJ02'],
  [/^(?:bd-?0?9|百度)/, 'BD09'],
  [/^(?:wgs-?84|wgs|gps|天地图|cgcs2000|2000|国家2000)/, 'WGS84'],
];

/** The datum that a cell names, or null. CGCS2000 lies within centimetres of WGS-84. */
export const datumOf = (text: string): Datum | null =>
  NAMES.find(([pattern]) => pattern.test(text.normalize('NFKC').toLowerCase().replace(/\s/g, '')))?.[1] ?? null;

export type Positioned = { ok: true; position: Gcj02 } | { ok: false; message: string; expected: string };

/** Six decimals: a tenth of a metre, more than anybody measured. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/**
 * Converts to GCJ-02, where it is in Chongqing.
 *
 * @example toGcj02(106.5516, 29.563, 'WGS84') // { ok: true, position: { lng: 106.5553…, lat: 29.5603… } }
 */
export function toGcj02(lng: number, lat: number, datum: Datum): Positioned {
  const { west, east, south, north } = chongqing;
  const expected = `重庆的坐标：经度 ${west} 到 ${east}，纬度 ${south} 到 ${north}`;
  if (!isInside({ lng, lat }, chongqing)) {
    const isSwapped = isInside({ lng: lat, lat: lng }, chongqing);
    return { ok: false, message: isSwapped ? '经度和纬度写反了' : '坐标不在重庆', expected };
  }
  const [x, y] = gcoord.transform([lng, lat], gcoord[datum], gcoord.GCJ02);
  return { ok: true, position: gcj02(round(x), round(y)) };
}
