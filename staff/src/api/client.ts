/**
 * Asks the service. Answers are checked against the schemas both sides share; a write carries a key, so that asking
 * again after a broken connection never does it twice.
 */
import * as v from 'valibot';
import { UNATTENDED } from '@yugong/domain/staff-account/wire';
import { isAttended } from './attended';
import { offline, Refusal, refusalOf } from './refusal';

export const BASE = '/api/v1/staff';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Line = `${Method} /${string}`;

export interface Asking<S extends v.GenericSchema> {
  /** What the answer looks like. */
  answer: S;
  body?: unknown;
  /** The write's key; see `useWrite`. */
  key?: string;
  signal?: AbortSignal | undefined;
}

/** A key for one thing somebody wants done. */
export const newKey = (): string => crypto.randomUUID();

const ATTEMPTS = 3;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One call, asked again by itself where that is safe: a read, or a write with its key.
 *
 * @param line method and path under `/api/v1/staff`
 * @throws {Refusal}
 * @example await ask('GET /me', { answer: MeWire })
 */
export async function ask<S extends v.GenericSchema>(line: Line, asking: Asking<S>): Promise<v.InferOutput<S>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(line, asking);
    } catch (error) {
      const again = error instanceof Refusal && error.retryable && attempt < ATTEMPTS && navigator.onLine;
      if (!again || asking.signal?.aborted) throw error;
      // A wait longer than this is the person's to decide.
      const wait = (error.retryAfterSeconds ?? attempt * 0.4) * 1000;
      if (wait > 3000) throw error;
      await pause(wait);
    }
  }
}

async function once<S extends v.GenericSchema>(line: Line, asking: Asking<S>): Promise<v.InferOutput<S>> {
  const answer = await send(line, asking);
  if (!answer.ok) throw await refusalOf(answer);
  const json: unknown = answer.status === 204 ? undefined : await answer.json();
  const read = v.safeParse(asking.answer, json);
  if (read.success) return read.output;
  console.error('answer not understood', line, v.flatten(read.issues));
  throw new Refusal('管理台和服务的版本对不上，请刷新页面', 'unexpected', false);
}

const unattended = (): Record<string, string> => (isAttended() ? {} : { [UNATTENDED]: '1' });

/** The bare request, for files as well. @throws {Refusal} only where nothing was reached */
export async function send(
  line: Line,
  { body, key, signal }: Omit<Asking<v.GenericSchema>, 'answer'> = {},
): Promise<Response> {
  const [method, path] = line.split(' ') as [Method, string];
  try {
    return await fetch(BASE + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        // A write is somebody's doing, also where only the camera saw them.
        ...(method === 'GET' ? unattended() : { 'idempotency-key': key ?? newKey() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw offline();
  }
}

/** A query string, without what isn't asked for. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return said.length === 0 ? '' : `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}
