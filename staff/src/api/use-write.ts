/** Something somebody wants done, once, however often the button is pressed or the connection breaks. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type * as v from 'valibot';
import type { ApiError } from './api-error';
import { callApi, newIdempotencyKey, type Endpoint } from './client';

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
 * The key stays the same while the same thing is wanted and not yet done, so a second press after a broken connection
 * is a question about the first.
 */
export function useWrite<S extends v.GenericSchema>(
  answer: S,
  { stale = [], done }: Options<v.InferOutput<S>> = {},
): UseMutationResult<v.InferOutput<S>, ApiError, WriteRequest> {
  const client = useQueryClient();
  const kept = useRef<{ print: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ endpoint: line, body }: WriteRequest) => {
      const print = JSON.stringify([line, body]);
      if (kept.current?.print !== print) kept.current = { print, key: newIdempotencyKey() };
      return callApi(line, { answer, body, key: kept.current.key });
    },
    onSuccess: async (result) => {
      kept.current = null;
      await Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })));
      done?.(result);
    },
  });
}
