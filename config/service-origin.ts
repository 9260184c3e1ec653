/** Where the compiled app asks: what an operator sets, and what stands there where nothing is set. */

/** A mini-program without an address asks nobody and says 「还没有配置服务」. No host can have this name (RFC 2606). */
export const UNSET_ORIGIN = 'https://service.invalid';

/** What `npm start` prints, for who works on the app in WeChat's tools with `npm run dev:weapp`. */
export const DEVELOPMENT_ORIGIN = 'http://127.0.0.1:8787';

/**
 * The address that is compiled in: the operator's; in browsers where the app came from; none of 云托管, which needs none.
 *
 * @example serviceOrigin({ TARO_ENV: 'weapp', NODE_ENV: 'production' }) // UNSET_ORIGIN
 */
export function serviceOrigin(env: Readonly<Record<string, string | undefined>>): string {
  if (env['YUGONG_SERVICE_ORIGIN']) return env['YUGONG_SERVICE_ORIGIN'];
  if (env['TARO_ENV'] === 'h5' || env['YUGONG_SERVICE_CLOUD']) return '';
  return env['NODE_ENV'] === 'development' ? DEVELOPMENT_ORIGIN : UNSET_ORIGIN;
}

/** Was a mini-program built that knows no service? */
export const lacksService = (env: Readonly<Record<string, string | undefined>>): boolean =>
  serviceOrigin(env) === UNSET_ORIGIN;
