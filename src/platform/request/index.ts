/**
 * Asks the service. Never throws: every way it can go is a value, so that no caller forgets the one where
 * nobody knows whether the service has heard.
 */
import Taro from '@tarojs/taro';
import { hearDemo } from '../demo';
import { hearTime } from '../service-time';
import { asProblem, headerOf, parseBody, type ServiceProblem } from './problem';

export { headerOf, type ServiceProblem } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface RequestOptions {
  /** Whole in WeChat, which knows no origin; `/api/v1/…` is enough in browsers. */
  url: string;
  method?: Method;
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

export type Reply =
  | { kind: 'answered'; status: number; data: unknown }
  | { kind: 'problem'; problem: ServiceProblem; retryAfterMs: number | null }
  /** Sent or not, heard or not: only asking again with the same key can tell. */
  | { kind: 'no-answer'; reason: 'timeout' | 'network' };

/** Asks the service for a path such as `/api/v1/sessions`, wherever it is. Never throws. */
export type Ask = (options: Omit<RequestOptions, 'url'> & { path: string }) => Promise<Reply>;

const TIMEOUT_MS = 15_000;

/**
 * @example
 * const reply = await request({ url: '/api/v1/sessions', timeoutMs: 8000 });
 * if (reply.kind === 'answered') show(v.parse(Sessions, reply.data));
 */
export function request({
  url,
  method = 'GET',
  body,
  headers,
  timeoutMs = TIMEOUT_MS,
}: RequestOptions): Promise<Reply> {
  return new Promise((resolve) => {
    const asked = Date.now();
    const task = Taro.request<string>({
      url,
      method,
      // As text, and parsed here: the platforms differ in what they do with an answer that is no JSON.
      dataType: 'text',
      responseType: 'text',
      timeout: timeoutMs,
      header: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    });
    // The platform's own timeout ends with the headers in browsers; a body that stalls would wait for ever.
    const timer = setTimeout(() => {
      resolve({ kind: 'no-answer', reason: 'timeout' });
      task.abort?.();
    }, timeoutMs);
    task.then(
      (answer) => {
        clearTimeout(timer);
        hearAbout(answer.header, asked);
        resolve(replyOf(answer.statusCode, answer.data, answer.header));
      },
      (error: { errMsg?: string; name?: string }) => {
        clearTimeout(timer);
        const timedOut = /timeout|abort/i.test(`${error.errMsg ?? ''} ${error.name ?? ''}`);
        resolve({ kind: 'no-answer', reason: timedOut ? 'timeout' : 'network' });
      },
    );
  });
}

/**
 * Learns from an answer's headers what they tell of the service: its time, and whether it is a demo.
 *
 * @param asked when the request went out, by the phone's clock
 */
export function hearAbout(header: Record<string, unknown> | undefined, asked: number): void {
  hearTime(headerOf(header, 'date'), asked, Date.now());
  hearDemo(headerOf(header, 'x-yugong-demo'));
}

/** What an answer of that status is. */
export function replyOf(status: number, text: unknown, header: Record<string, unknown> | undefined): Reply {
  const data = parseBody(text);
  if (status >= 200 && status < 300) return { kind: 'answered', status, data };
  const seconds = Number(headerOf(header, 'retry-after'));
  return {
    kind: 'problem',
    problem: asProblem(status, data),
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  };
}
