/**
 * How the mini-program reaches the service: by its address, or through 云托管, where no address is needed and
 * the gateway says who is asking.
 */
import Taro from '@tarojs/taro';
import { errorMessage } from '../error-message';
import { hearAbout, replyOf, request, type Ask } from '../request';
import { noService } from '../request/problem';

/** A build that was given no address has one that nobody can have (RFC 2606); see config/index.ts. */
declare const SERVICE_ORIGIN: string;
/** Empty, or `environment/service` of 云托管. */
declare const SERVICE_CLOUD: string;

/** 云托管 answers within 15 s or not at all. */
const CLOUD_TIMEOUT_MS = 15_000;

let cloudReady = false;

const throughCloud: Ask = async ({ path, method = 'GET', body, headers, timeoutMs = CLOUD_TIMEOUT_MS }) => {
  const [env = '', service = ''] = SERVICE_CLOUD.split('/');
  try {
    if (!cloudReady) Taro.cloud.init({ env });
    cloudReady = true;
    const asked = Date.now();
    const answer = await Taro.cloud.callContainer({
      config: { env },
      path,
      method,
      header: { 'X-WX-SERVICE': service, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      timeout: timeoutMs,
    });
    hearAbout(answer.header, asked);
    return replyOf(answer.statusCode, answer.data, answer.header);
  } catch (error) {
    const timedOut = /timeout|102002/i.test(errorMessage(error) || String(error));
    return { kind: 'no-answer', reason: timedOut ? 'timeout' : 'network' };
  }
};

const byAddress: Ask = ({ path, ...rest }) => request({ url: SERVICE_ORIGIN + path, ...rest });

/** Was the app built for a service? Without one nothing is asked and nothing waits; reading works as ever. */
export const hasService = SERVICE_CLOUD !== '' || !/\.invalid$/.test(SERVICE_ORIGIN);

const nobody: Ask = () => Promise.resolve({ kind: 'problem', problem: noService, retryAfterMs: null });

/** Asks the service; see {@link Ask}. */
export const reach: Ask = SERVICE_CLOUD ? throughCloud : hasService ? byAddress : nobody;

/** What to log in with: a code of WeChat's, good once; null where the gateway does it. */
export async function identify(): Promise<{ path: string; body?: unknown } | null> {
  if (SERVICE_CLOUD) return null;
  const { code } = await Taro.login();
  return { path: '/api/v1/login/wechat', body: { code } };
}

/** The address of something of the service's, for other apps to open; 云托管 has none, and neither has an app without a service. */
export const addressOf = (path: string): string | null => (SERVICE_CLOUD || !hasService ? null : SERVICE_ORIGIN + path);
