/**
 * 天地图 (国家地理信息公共服务平台), 地理编码 `/geocoder?ds={"keyWord":…}&tk=` and 逆地理编码 `/geocoder?postStr={…}&type=geocode&tk=`.
 * Positions are CGCS2000, within centimetres of WGS-84; figures may come as texts.
 *
 * Sources: lbs.tianditu.gov.cn/server/geocodinginterface.html and …/server/geocoding.html: `status` "0" found, "101"
 * nothing found, "404" failed; `location.level` is the kind of what was found in words, `location.score` 0 to 100. What the
 * gateway refuses before that has an HTTP status and a `code` of its own.
 */
import type { GeocodedPrecision } from '@yugong/domain/station-candidate';
import gcoord from 'gcoord';
import * as v from 'valibot';
import { askJson, degreesIn, lostStatus, type Geocoder, type GeocoderOptions, type GeocoderReply } from './port';

/** Words of `level`, the most telling first: 门址 is exact, 地名地址 and POI are named places. */
const PRECISIONS: readonly [RegExp, GeocodedPrecision][] = [
  [/门址|门牌/, 'door'],
  [/兴趣点|POI|地名地址|建筑|小区/i, 'poi'],
  [/道路|路口|街巷/, 'road'],
  [/乡镇|街道|村|社区|商圈|开发区/, 'area'],
  [/省|城市|^市|区县|县|行政区|政区/, 'centre'],
];
/** Below it an answer only resembles what was asked. */
const RELIABLE = 80;

const Answer = v.looseObject({
  status: v.optional(v.union([v.string(), v.number()])),
  code: v.optional(v.union([v.string(), v.number()])),
  location: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
});
const Location = v.looseObject({
  lon: v.unknown(),
  lat: v.unknown(),
  level: v.optional(v.nullable(v.string())),
  score: v.optional(v.unknown()),
});
const Text = v.optional(v.nullable(v.string()));
const AddressResult = v.looseObject({
  formatted_address: Text,
  addressComponent: v.optional(v.nullable(v.looseObject({ county_code: Text, address: Text, road: Text }))),
});

/** @param options `url`: `https://api.tianditu.gov.cn` */
export function tiandituGeocoder({ key, url, timeout }: GeocoderOptions): Geocoder {
  const ask = async (parameters: Record<string, string>): Promise<GeocoderReply<v.InferOutput<typeof Answer>>> => {
    const question = new URL(`${url}/geocoder`);
    for (const [name, value] of Object.entries({ ...parameters, tk: key })) question.searchParams.set(name, value);
    const { http, body } = await askJson(question, timeout);
    if (http === 429) return { kind: 'too-fast', status: lostStatus(http) };
    const read = v.safeParse(Answer, body);
    const status = read.success ? String(read.output.status ?? read.output.code ?? lostStatus(http)) : lostStatus(http);
    // The gateway counts keys: a wrong one, and one whose day is over, are refused alike.
    if (http === 401 || http === 403 || http === 418) return { kind: 'refused', status };
    if (!read.success) return { kind: 'lost', status };
    if (status === '0') return { kind: 'found', status, found: read.output };
    return { kind: status === '101' ? 'nothing' : 'lost', status };
  };
  return {
    provider: 'tianditu',
    position: async (address) => {
      const reply = await ask({ ds: JSON.stringify({ keyWord: address }) });
      if (reply.kind !== 'found') return reply;
      const { status } = reply;
      const location = v.safeParse(Location, reply.found.location);
      if (!location.success) return { kind: 'nothing', status };
      const [lng, lat] = [degreesIn(location.output.lon), degreesIn(location.output.lat)];
      if (lng === null || lat === null) return { kind: 'lost', status };
      const { level, score } = location.output;
      const reliability = degreesIn(score);
      const found = {
        lng,
        lat,
        datum: 'WGS84' as const,
        precision: PRECISIONS.find(([pattern]) => pattern.test(level ?? ''))?.[1] ?? 'unknown',
        level: level ?? null,
        reliability,
        isUnsure: reliability !== null && reliability < RELIABLE,
        adcode: null,
      };
      return { kind: 'found', status, found };
    },
    address: async ({ lng, lat }) => {
      const [lon, north] = gcoord.transform<[number, number]>([lng, lat], gcoord.GCJ02, gcoord.WGS84);
      const reply = await ask({ postStr: JSON.stringify({ lon, lat: north, ver: 1 }), type: 'geocode' });
      if (reply.kind !== 'found') return reply;
      const result = v.safeParse(AddressResult, reply.found.result);
      const address = result.success ? result.output.formatted_address : null;
      if (!result.success || !address) return { kind: 'nothing', status: reply.status };
      // 156 is China (ISO 3166-1) in front of the district's code.
      const code = /^(?:156)?(\d{6})$/.exec(result.output.addressComponent?.county_code ?? '')?.[1] ?? null;
      return { kind: 'found', status: reply.status, found: { address, adcode: code } };
    },
  };
}
