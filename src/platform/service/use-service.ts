import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type * as v from 'valibot';
import { isOnline, onReconnect } from '../network';
import { askService, type ServiceReply } from './ask';

/** Something of the service's, as far as it is known. */
export type Served<T> =
  | { state: 'loading' }
  /** `old`: asking again has failed, and this is what was known `at` (milliseconds since the epoch). */
  | { state: 'ready'; data: T; at: number; old: boolean }
  | { state: 'offline' }
  | { state: 'failed'; why: Exclude<ServiceReply<T>, { kind: 'answered' }> };

/** What was answered last, by who asks and path, so that going back shows it at once. For as long as the app lives. */
const lately = new Map<string, { data: unknown; at: number }>();

/** Forgets every answer: after deletion nothing may come back from memory. */
export const forgetServed = (): void => lately.clear();

/**
 * Keeps a page supplied: asks when it opens, when it is shown again and when the network returns. What is on
 * the screen stays there while it asks.
 *
 * @param schema of the answer; the same object at each call
 * @param path null: nothing to ask yet
 * @example
 * const { served, refresh } = useService(Sessions, '/api/v1/sessions?kind=screening');
 * if (served.state === 'offline') return <Offline what="场次" onRetry={refresh} />;
 */
export function useService<T>(
  schema: v.GenericSchema<unknown, T>,
  path: string | null,
  { as = 'anyone' }: { as?: 'anyone' | 'me' } = {},
): { served: Served<T>; refresh: () => Promise<void> } {
  const key = `${as} ${path}`;
  const known = lately.get(key) as { data: T; at: number } | undefined;
  const [answers, setAnswers] = useState<{ key: string; served: Served<T> } | null>(null);
  const asked = useRef('');

  const refresh = useCallback(async () => {
    if (path === null) return;
    asked.current = key;
    const reply = await askService(schema, { path, as });
    if (reply.kind === 'answered') lately.set(key, { data: reply.data, at: Date.now() });
    // Another path was asked for meanwhile, or the page is gone.
    if (asked.current !== key) return;
    setAnswers({ key, served: servedBy(reply, lately.get(key) as { data: T; at: number } | undefined) });
  }, [schema, path, as, key]);

  useEffect(() => {
    void refresh();
    const stop = onReconnect(() => void refresh());
    return () => {
      asked.current = '';
      stop();
    };
  }, [refresh]);
  // The first showing is the effect's.
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void refresh();
    shown.current = true;
  });

  const waiting: Served<T> = known ? { state: 'ready', ...known, old: false } : { state: 'loading' };
  return { served: answers?.key === key ? answers.served : waiting, refresh };
}

function servedBy<T>(reply: ServiceReply<T>, known: { data: T; at: number } | undefined): Served<T> {
  if (known) return { state: 'ready', ...known, old: reply.kind !== 'answered' };
  if (reply.kind === 'answered') return { state: 'ready', data: reply.data, at: Date.now(), old: false };
  return reply.kind === 'no-answer' && !isOnline() ? { state: 'offline' } : { state: 'failed', why: reply };
}
