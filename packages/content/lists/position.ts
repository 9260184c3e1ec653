/** A position as a list gives it, in the dataset's datum. */
import gcoord from 'gcoord';
import { chongqing, gcj02, isInside, type Gcj02 } from '@yugong/domain/geo';
import { degreesOf, readDegrees } from './cells';
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
    return { ok: false, message: '坐标不在重庆', expected };
  }
  const [x, y] = gcoord.transform([lng, lat], gcoord[datum], gcoord.GCJ02);
  return { ok: true, position: gcj02(round(x), round(y)) };
}

/** Two angles in one cell: 106.55,29.56 · 经度106.55 纬度29.56 · 29°33′46″N 106°33′06″E. Their size tells which is which. */
function pairIn(text: string): { lng: number; lat: number } | null {
  const even = text
    .normalize('NFKC')
    .replace(/[([]?\s*(?:GCJ-?0?2|BD-?0?9|WGS-?84|高德|百度|腾讯|GPS|天地图)(?:坐标)?\s*[)\]]?/gi, ' ')
    .trim()
    .replace(/^[([（【]|[)\]）】]$/g, '')
    .replace(/(?:坐标|经纬度|位置|东经|北纬|经度|纬度|lng|lat|[EN])\s*[:：]?/gi, ' ')
    .trim();
  const parts = even.split(/\s*[,，;；、/|]\s*|\s+(?=\d{2,3}(?:\.|°|度|$))/).filter((part) => part !== '');
  const [first, second, third] = parts.map(degreesOf);
  if (first === undefined || second === undefined || first === null || second === null || third !== undefined)
    return null;
  const [lat, lng] = first < second ? [first, second] : [second, first];
  // A comma may as well stand for the point: 106,55.
  return lat > 20 && lat < 40 && lng > 90 ? { lng, lat } : null;
}

type PositionRow = RowWith<'lng' | 'lat' | 'datum' | 'position'>;

/** What a row says of a position before anybody asks in which datum: one cell with both, or two. */
function angles(row: PositionRow): { lng: number; lat: number } | null {
  const before = row.faults.length;
  for (const field of ['position', 'lng', 'lat'] as const) {
    const pair = pairIn(row.text(field) ?? '');
    if (pair) return pair;
  }
  if (row.text('position') !== null) return row.fault('position', '看不出经度和纬度', '例如 106.5516,29.5630');
  const [lng, lat] = [row.read('lng', readDegrees(row.cell('lng'))), row.read('lat', readDegrees(row.cell('lat')))];
  if (row.faults.length > before || (lng === null && lat === null)) return null;
  if (lng === null) return row.fault('lng', '有纬度，没有经度', '经度和纬度一起写，或都空着');
  if (lat === null) return row.fault('lat', '有经度，没有纬度', '经度和纬度一起写，或都空着');
  return { lng, lat };
}

/** Latitude and longitude exchanged: only the other way round does it lie in Chongqing. */
export const isSwapped = ({ lng, lat }: { lng: number; lat: number }): boolean =>
  !isInside({ lng, lat }, chongqing) && isInside({ lng: lat, lat: lng }, chongqing);

/**
 * Reads a row's cells of a position, all of them or none.
 *
 * Without its datum a position may be off by hundreds of metres, and nobody sees it: the row is taken without it.
 */
export function readPosition(row: PositionRow): { lng: number; lat: number } | null {
  const found = angles(row);
  if (found === null) return null;
  const titled = ['position', 'lng', 'lat'] as const;
  const datumText =
    row.text('datum') ??
    datumIn(row.text('position') ?? '') ??
    titled.map((field) => datumIn(row.title(field) ?? '')).find((datum) => datum !== null) ??
    null;
  if (datumText === null) {
    row.note(
      'datum',
      '没有写坐标系，差出几百米也看不出来，坐标没有收；写明 GCJ02（高德、腾讯）、BD09（百度）或 WGS84（GPS）再导入一次',
    );
    return null;
  }
  const expected = 'GCJ02（高德、腾讯）、BD09（百度）或 WGS84（GPS）';
  const datum = datumOf(datumText);
  if (datum === null) return row.fault('datum', `认不出「${datumText.slice(0, 20)}」`, expected);
  const isTurned = isSwapped(found);
  if (isTurned) row.note('lng', '经度和纬度写反了，按反过来的收了');
  const result = isTurned ? toGcj02(found.lat, found.lng, datum) : toGcj02(found.lng, found.lat, datum);
  if (!result.ok) return row.fault('lng', result.message, result.expected);
  return { lng: result.position.lng, lat: result.position.lat };
}

/** The datum that stands in the same cell: 106.55,29.56（高德）. */
const datumIn = (text: string): string | null =>
  /GCJ-?0?2|BD-?0?9|WGS-?84|高德|百度|腾讯|GPS|天地图/i.exec(text)?.[0] ?? null;
