/** Geocoders with the operator's own keys; without a key everything else works, and positions are typed by hand. */
import type { Geocoding } from '@yugong/content/geocode/port';
import { tencentGeocoder } from '@yugong/content/geocode/tencent';
import { tiandituGeocoder } from '@yugong/content/geocode/tianditu';
import { SECOND } from '@yugong/domain/time';

export interface GeocodingOptions {
  /** `secret`: where requests with this key have to be signed. */
  tencent: { key: string; url: string; secret?: string } | null;
  tianditu: { key: string; url: string } | null;
  /** Requests that each provider's key may be used for on one day of Chongqing's. */
  perDay: number;
  /** Requests a second. */
  perSecond: number;
}

/** In milliseconds; what takes longer counts as lost and is asked again. */
const TIMEOUT = 8 * SECOND;
/** Below what the providers give a new key without charge, so that somebody else's use of it finds some left. */
const PER_DAY = 5_000;
/** Tencent lets a new key ask 5 times a second. */
const PER_SECOND = 3;

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, most: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`${name} 不对：应为 1 到 ${most} 的整数，如 ${fallback}`);
  return value;
}

function providerOf(env: NodeJS.ProcessEnv, name: string, pattern: RegExp, expected: string, url: string) {
  const key = env[`YUGONG_GEOCODER_${name}_KEY`];
  if (!key) return null;
  if (!pattern.test(key)) throw new Error(`YUGONG_GEOCODER_${name}_KEY 不对：应为${expected}`);
  return { key, url: env[`YUGONG_GEOCODER_${name}_API`] ?? url };
}

/**
 * @returns null where the operator gives no key: then nobody is asked
 * @throws Error that names the variable and what is expected
 */
export function readGeocoding(env: NodeJS.ProcessEnv): GeocodingOptions | null {
  const tencent = providerOf(
    env,
    'TENCENT',
    /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){5}$/,
    '腾讯位置服务的 Key，六组五位、用 - 连着，要勾选 WebServiceAPI',
    'https://apis.map.qq.com',
  );
  const tianditu = providerOf(
    env,
    'TIANDITU',
    /^[a-f0-9]{32}$/,
    '天地图的服务器端 Key，32 位',
    'https://api.tianditu.gov.cn',
  );
  const secret = env['YUGONG_GEOCODER_TENCENT_SECRET_KEY'];
  if (secret && !/^[A-Za-z0-9]{16,64}$/.test(secret))
    throw new Error(
      'YUGONG_GEOCODER_TENCENT_SECRET_KEY 不对：应为腾讯位置服务签名校验的 SecretKey（SK），只有字母和数字',
    );
  if (!tencent && !tianditu) return null;
  return {
    tencent: tencent && secret ? { ...tencent, secret } : tencent,
    tianditu,
    perDay: wholeNumber(env, 'YUGONG_GEOCODER_DAILY', PER_DAY, 1_000_000),
    perSecond: wholeNumber(env, 'YUGONG_GEOCODER_PER_SECOND', PER_SECOND, 50),
  };
}

/** @param timeout milliseconds to wait for an answer */
export function openGeocoding(options: GeocodingOptions | null, timeout = TIMEOUT): Geocoding | null {
  if (options === null) return null;
  const { tencent, tianditu, perDay, perSecond } = options;
  const geocoders = [
    ...(tencent ? [tencentGeocoder({ ...tencent, timeout })] : []),
    ...(tianditu ? [tiandituGeocoder({ ...tianditu, timeout })] : []),
  ];
  return { geocoders, perDay, perSecond };
}
