/**
 * 腾讯位置服务, WebService API: 地址解析 (address to position) and 逆地址解析 (position to address), both at `/ws/geocoder/v1/`.
 * Positions are GCJ-02; `location` of a question is latitude first.
 *
 * Sources: lbs.qq.com/service/webService/webServiceGuide/address/Geocoder and …/Gcoder; `level` 1 city, 2 district, 3 town,
 * 4 village or community, 5 development zone, 6 business district, 7 road, 8 crossing, 9 house number, 10 building,
 * 11 POI; `reliability` 1 to 10, of which 7 and more count as exact; codes of `status` by webServiceGuide/status. Signed
 * requests (签名校验) by lbs.qq.com/faq/serverFaq/webServiceKey.
 */
import { createHash } from 'node:crypto';
import type { GeocodedPrecision } from '@yugong/domain/station-candidate';
import * as v from 'valibot';
import { askJson, degreesIn, lostStatus, type Geocoder, type GeocoderOptions, type GeocoderReply } from './port';

const PRECISIONS: Readonly<Record<number, GeocodedPrecision>> = {
  1: 'centre',
  2: 'centre',
  3: 'area',
  4: 'area',
  5: 'area',
  6: 'area',
  7: 'road',
  8: 'road',
  9: 'door',
  10: 'poi',
  11: 'poi',
};
/** Below it the provider says that its answer has unreliable parts. */
const RELIABLE = 7;

/** 120: too many within a second; 121: the day's quota is used up; 122 and 123: the same of the account's. */
const TOO_FAST = new Set([120, 122]);
const DAY_OVER = new Set([121, 123]);
/** 347: nothing found; 348 and 365: an address that it can't take apart. */
const NOTHING = new Set([347, 348, 365]);
/** 110 to 119: source, signature, address or function not allowed; 190 to 199 and 311: the key is wrong or not enabled. */
const isRefused = (status: number): boolean =>
  (status >= 110 && status <= 119) || (status >= 190 && status <= 199) || status === 311;

const Answer = v.looseObject({ status: v.number(), result: v.optional(v.unknown()) });
const Text = v.optional(v.nullable(v.string()));
const AdInfo = v.optional(v.looseObject({ adcode: v.optional(v.nullable(v.union([v.string(), v.number()]))) }));
const PositionResult = v.looseObject({
  location: v.looseObject({ lng: v.unknown(), lat: v.unknown() }),
  level: v.optional(v.nullable(v.number())),
  reliability: v.optional(v.nullable(v.number())),
  ad_info: AdInfo,
});
const AddressResult = v.looseObject({
  address: Text,
  formatted_addresses: v.optional(v.nullable(v.looseObject({ recommend: Text, standard_address: Text }))),
  ad_info: AdInfo,
});

const adcodeIn = (info: v.InferOutput<typeof AdInfo>): string | null => {
  const code = String(info?.adcode ?? '');
  return /^\d{6}$/.test(code) ? code : null;
};

const PATH = '/ws/geocoder/v1/';

/**
 * What proves that a request is of the key's owner: MD5, in small letters, of the path, `?`, the parameters as they are
 * before they are encoded, by their names in ascending order, and the secret key.
 *
 * @example signatureOf({ location: '28.7,115.8', key: 'K' }, 'S') // MD5 of '/ws/geocoder/v1/?key=K&location=28.7,115.8S'
 */
export function signatureOf(parameters: Readonly<Record<string, string>>, secret: string): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  return createHash('md5').update(`${PATH}?${query}${secret}`).digest('hex');
}

/**
 * @param options `url`: `https://apis.map.qq.com`; `secret`: the key's SK where the operator has chosen signed requests (签名校验)
 * for it, which needs no list of the service's addresses
 */
export function tencentGeocoder({ key, url, timeout, secret }: GeocoderOptions & { secret?: string }): Geocoder {
  const ask = async (parameters: Record<string, string>): Promise<GeocoderReply<unknown>> => {
    const question = new URL(`${url}${PATH}`);
    const whole = { ...parameters, output: 'json', key };
    for (const [name, value] of Object.entries(whole)) question.searchParams.set(name, value);
    if (secret !== undefined) question.searchParams.set('sig', signatureOf(whole, secret));
    const { http, body } = await askJson(question, timeout);
    const read = v.safeParse(Answer, body);
    if (!read.success) return { kind: 'lost', status: lostStatus(http) };
    const { status: code, result } = read.output;
    const status = String(code);
    if (code === 0) return { kind: 'found', status, found: result };
    if (TOO_FAST.has(code)) return { kind: 'too-fast', status };
    if (DAY_OVER.has(code)) return { kind: 'day-over', status };
    if (NOTHING.has(code)) return { kind: 'nothing', status };
    return { kind: isRefused(code) ? 'refused' : 'lost', status };
  };
  return {
    provider: 'tencent',
    position: async (address) => {
      const reply = await ask({ address });
      if (reply.kind !== 'found') return reply;
      const result = v.safeParse(PositionResult, reply.found);
      const [lng, lat] = result.success
        ? [degreesIn(result.output.location.lng), degreesIn(result.output.location.lat)]
        : [null, null];
      if (!result.success || lng === null || lat === null) return { kind: 'lost', status: reply.status };
      const { level, reliability, ad_info } = result.output;
      const found = {
        lng,
        lat,
        datum: 'GCJ02' as const,
        precision: PRECISIONS[level ?? 0] ?? 'unknown',
        level: level === null || level === undefined ? null : String(level),
        reliability: reliability ?? null,
        isUnsure: (reliability ?? 0) < RELIABLE,
        adcode: adcodeIn(ad_info),
      };
      return { kind: 'found', status: reply.status, found };
    },
    address: async ({ lng, lat }) => {
      const reply = await ask({ location: `${lat},${lng}` });
      if (reply.kind !== 'found') return reply;
      const result = v.safeParse(AddressResult, reply.found);
      if (!result.success) return { kind: 'lost', status: reply.status };
      const { address, formatted_addresses, ad_info } = result.output;
      const said = formatted_addresses?.standard_address ?? address ?? formatted_addresses?.recommend;
      if (!said) return { kind: 'nothing', status: reply.status };
      return { kind: 'found', status: reply.status, found: { address: said, adcode: adcodeIn(ad_info) } };
    },
  };
}
