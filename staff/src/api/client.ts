/**
 * Calls the service. Answers are checked against the schemas that both sides share; a write carries an idempotency
 * key, so that repeating it after a broken connection never does it twice.
 */
import * as v from 'valibot';
import { UNATTENDED } from '@yugong/domain/staff-account/wire';
import { MINUTE } from '@yugong/domain/time';
import { offlineError, ApiError, toApiError } from './api-error';

const BASE = '/api/v1/staff';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Endpoint = `${Method} /${string}`;

interface CallOptions<S extends v.GenericSchema> {
  /** The schema of the answer. */
  answer: S;
  body?: unknown;
  /** The write's key; see `useWrite`. */
  key?: string;
  signal?: AbortSignal | undefined;
}

/** Makes the key of one write. */
export const makeWriteKey = (): string => crypto.randomUUID();

const ATTEMPTS = 3;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls an endpoint, and repeats the call by itself where that is safe: a read, or a write with its key.
 *
 * @param endpoint method and path under `/api/v1/staff`
 * @throws {ApiError}
 * @example await callApi('GET /me', { answer: MeWire })
 */
export async function callApi<S extends v.GenericSchema>(
  endpoint: Endpoint,
  asking: CallOptions<S>,
): Promise<v.InferOutput<S>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(endpoint, asking);
    } catch (error) {
      const again = error instanceof ApiError && error.retryable && attempt < ATTEMPTS && navigator.onLine;
      if (!again || asking.signal?.aborted) throw error;
      // Whether to wait longer than three seconds is the person's decision.
      const wait = (error.retryAfterSeconds ?? attempt * 0.4) * 1000;
      if (wait > 3000) throw error;
      await pause(wait);
    }
  }
}

async function callOnce<S extends v.GenericSchema>(
  endpoint: Endpoint,
  asking: CallOptions<S>,
): Promise<v.InferOutput<S>> {
  const answer = await fetchApi(endpoint, asking);
  if (!answer.ok) throw await toApiError(answer);
  const json: unknown = answer.status === 204 ? undefined : await answer.json();
  const read = v.safeParse(asking.answer, json);
  if (read.success) return read.output;
  console.error('answer not understood', endpoint, v.flatten(read.issues));
  throw new ApiError('页面不是最新版本，请刷新后再试', 'unexpected', false);
}

const unattended = (): Record<string, string> => (isAttended() ? {} : { [UNATTENDED]: '1' });

/** Sends the bare request, for files as well. @throws {ApiError} only where the service wasn't reached */
export async function fetchApi(
  endpoint: Endpoint,
  { body, key, signal }: Omit<CallOptions<v.GenericSchema>, 'answer'> = {},
): Promise<Response> {
  const [method = '', path = ''] = endpoint.split(' ');
  try {
    return await fetch(BASE + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        // A write counts as attended, also where only the camera saw the person.
        ...(method === 'GET' ? unattended() : { 'idempotency-key': key ?? makeWriteKey() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offlineError();
  }
}

/** Builds a query string and leaves out empty values. */
export function queryString(values: Record<string, string | number | boolean | null | undefined>): string {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return present.length === 0 ? '' : `?${new URLSearchParams(present.map(([name, value]) => [name, String(value)]))}`;
}

/** The pause after which nobody is at the screen; what the console asks then by itself says so, see `UNATTENDED`. */
const AWAY_MS = MINUTE;
const activityEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastActivityAt = Date.now();
const noteActivity = (): void => {
  lastActivityAt = Date.now();
};
for (const sign of activityEvents) window.addEventListener(sign, noteActivity, { capture: true, passive: true });

const isAttended = (): boolean => Date.now() - lastActivityAt < AWAY_MS;

/** The schema of a 204 answer. */
export const NoContent = v.undefined();
