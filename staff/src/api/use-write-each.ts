/** The same write for several people: one request each, so that what one refuses keeps nothing from the others. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type * as v from 'valibot';
import { ApiError, isUnreached } from './api-error';
import { callApi, makeWriteKey } from './client';
import type { WriteRequest } from './use-write';

export interface WriteFailure {
  id: string;
  error: ApiError;
}

interface EachState {
  /** How many requests of this run were answered; null where none runs. */
  running: number | null;
  /** What wasn't done, by the id that the request was made for. */
  failures: readonly WriteFailure[];
}

/**
 * Sends a request for each id, one after another. Each keeps its idempotency key until it has succeeded, so that a second
 * run after a broken connection repeats what may have been done instead of doing it twice.
 *
 * @param stale first parts of the query keys that are out of date afterwards
 */
export function useWriteEach<S extends v.GenericSchema>(answer: S, stale: readonly string[]) {
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>()).current;
  const [state, setState] = useState<EachState>({ running: null, failures: [] });
  /** @returns how many were done */
  const run = async (ids: readonly string[], requestOf: (id: string) => WriteRequest): Promise<number> => {
    const failures: WriteFailure[] = [];
    for (const [at, id] of ids.entries()) {
      setState({ running: at, failures });
      const request = requestOf(id);
      const fingerprint = JSON.stringify(request);
      const key = keys.get(fingerprint) ?? makeWriteKey();
      keys.set(fingerprint, key);
      try {
        await callApi(request.endpoint, { answer, body: request.body, key });
        keys.delete(fingerprint);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        failures.push({ id, error });
        // Without a network or a service the others would fail alike.
        if (isUnreached(error)) failures.push(...ids.slice(at + 1).map((left) => ({ id: left, error })));
        if (isUnreached(error)) break;
      }
    }
    setState({ running: null, failures });
    await Promise.all(['todo', ...stale].map((name) => client.invalidateQueries({ queryKey: [name] })));
    return ids.length - failures.length;
  };
  return { ...state, run };
}
