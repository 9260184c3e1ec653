/** A position as a list gives it, in the dataset's datum. */
import gcoord from 'gcoord';
import { chongqing, gcj02, isInside, type Gcj02 } from '@yugong/domain/geo';
import { readDegrees } from './cells';
import type { RowWith } from './row';

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

/** Reads a row's three cells of a position, all of them or none. */
export function readPosition(row: RowWith<'lng' | 'lat' | 'datum'>): { lng: number; lat: number } | null {
  const before = row.faults.length;
  const [lng, lat] = [row.read('lng', readDegrees(row.cell('lng'))), row.read('lat', readDegrees(row.cell('lat')))];
  if (row.faults.length > before || (lng === null && lat === null)) return null;
  if (lng === null) return row.fault('lng', '有纬度，没有经度', '经度和纬度一起写，或都空着');
  if (lat === null) return row.fault('lat', '有经度，没有纬度', '经度和纬度一起写，或都空着');
  const datumText = row.text('datum');
  const expected = 'GCJ02（高德、腾讯）、BD09（百度）或 WGS84（GPS）';
  if (datumText === null) return row.fault('datum', '有坐标，没有写坐标系，差出几百米也看不出来', expected);
  const datum = datumOf(datumText);
  if (datum === null) return row.fault('datum', `认不出「${datumText.slice(0, 20)}」`, expected);
  const result = toGcj02(lng, lat, datum);
  if (!result.ok) return row.fault('lng', result.message, result.expected);
  return { lng: result.position.lng, lat: result.position.lat };
}
