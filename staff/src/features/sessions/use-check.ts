/** What the service says of a session while it is being typed: faults, doubts, and what a worker would see. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { SessionCheckWire } from '@yugong/domain/session/staff-wire';
import { ask } from '../../api/client';
import { lines } from './lines';
import { inputOf, type Typed } from './typed';

const QUIET_MS = 400;

/**
 * @param typed changes with every key; the service is asked when the hand rests
 * @param id of a session that is there already; null for a new one
 */
export function useCheck(typed: Typed | undefined, id: string | null) {
  const [input, setInput] = useState<ReturnType<typeof inputOf>>(null);
  const next = JSON.stringify(typed ? inputOf(typed) : null);
  useEffect(() => {
    const timer = setTimeout(() => setInput(JSON.parse(next) as ReturnType<typeof inputOf>), QUIET_MS);
    return () => clearTimeout(timer);
  }, [next]);
  return useQuery({
    queryKey: ['session-check', id, input],
    queryFn: ({ signal }) =>
      ask(lines.check, { answer: SessionCheckWire, body: { ...input, ...(id ? { id } : {}) }, signal }),
    enabled: input !== null,
    placeholderData: (before) => before,
  });
}
