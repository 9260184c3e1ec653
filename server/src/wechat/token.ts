/**
 * The token that WeChat's server wants with every question but the login's.
 *
 * From `stable_token` and not from `cgi-bin/token`: the latter ends the token before it, so that several processes
 * would take it away from each other. `stable_token` gives all of them the same one until it is about to end.
 */
import { MINUTE } from '@yugong/domain/time';
import { callWechat, errcodeOf, wechatRefusalOf, type WechatAnswer } from './call';

/** A token that ends while a question is on its way is no use. */
const MARGIN = 5 * MINUTE;
/** Not (any more) a token of this mini-program's: somebody else asked for a new one by force, or the secret changed. */
const STALE = new Set([40001, 40014, 42001]);

export interface TokenOptions {
  appId: string;
  secret: string;
  url: string;
  timeout: number;
  now: () => number;
}

/** @returns asks with the token; where WeChat no longer takes it, once more with the one it gives then */
export function withToken(options: TokenOptions): (path: string, body: object) => Promise<WechatAnswer> {
  const { url, timeout, now } = options;
  let cached: { token: string; until: number } | null = null;
  let renewing: Promise<string> | null = null;

  const renew = async (): Promise<string> => {
    const { appId: appid, secret } = options;
    const body = { grant_type: 'client_credential', appid, secret };
    const answer = await callWechat(new URL('/cgi-bin/stable_token', url), timeout, body);
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '') throw wechatRefusalOf(answer);
    cached = { token, until: now() + Number(seconds ?? 0) * 1000 - MARGIN };
    return token;
  };
  /** One question for everybody who needs it meanwhile. */
  const tokenNow = (): string | Promise<string> => {
    if (cached && cached.until > now()) return cached.token;
    renewing ??= renew().finally(() => (renewing = null));
    return renewing;
  };
  const ask = async (path: string, body: object, again: boolean): Promise<WechatAnswer> => {
    const token = await tokenNow();
    const address = new URL(path, url);
    address.search = new URLSearchParams({ access_token: token }).toString();
    const answer = await callWechat(address, timeout, body);
    if (!again || !STALE.has(errcodeOf(answer))) return answer;
    // Unless somebody was faster and there is a new one already.
    if (cached?.token === token) cached = null;
    return ask(path, body, false);
  };
  return (path, body) => ask(path, body, true);
}
