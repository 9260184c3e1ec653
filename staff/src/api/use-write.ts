/** Writes that take effect once, however often the button is pressed or the connection breaks. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type * as v from 'valibot';
import { ApiError } from './api-error';
import { callApi, makeWriteKey, type Endpoint } from './client';

export interface WriteRequest {
  endpoint: Endpoint;
  body?: unknown;
}

interface Options<T> {
  /** First parts of the query keys that are out of date afterwards. */
  stale?: readonly string[];
  done?: (answer: T) => void;
}

/**
 * A mutation that keeps its idempotency key until the request has succeeded, so that a second press after a broken
 * connection repeats the first request instead of making another.
 */
export function useWrite<S extends v.GenericSchema>(
  answer: S,
  { stale = [], done }: Options<v.InferOutput<S>> = {},
): UseMutationResult<v.InferOutput<S>, ApiError, WriteRequest> {
  const client = useQueryClient();
  const pending = useRef<{ fingerprint: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ endpoint: endpoint, body }: WriteRequest) => {
      const fingerprint = JSON.stringify([endpoint, body]);
      if (pending.current?.fingerprint !== fingerprint) pending.current = { fingerprint, key: makeWriteKey() };
      return callApi(endpoint, { answer, body, key: pending.current.key });
    },
    // Somebody else changed it: what the page shows is out of date, and is fetched again.
    onError: (error) =>
      error instanceof ApiError && error.code === 'stale'
        ? Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
        : undefined,
    onSuccess: async (result) => {
      pending.current = null;
      await Promise.all(['todo', ...stale].map((name) => client.invalidateQueries({ queryKey: [name] })));
      done?.(result);
    },
  });
}
