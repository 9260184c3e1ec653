/** What the roster shows: asked for when the hand rests, a page at a time. */
import { useEffect, useState } from 'react';
import type { RosterRequest } from '@yugong/domain/roster/wire';
import { useRoster } from './lines';

const QUIET_MS = 300;
const SIZE = 100;

export function useRosterPage(sessionId: string) {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [status, setStatus] = useState('');
  const [page, setPage] = useState(1);
  useEffect(() => {
    const timer = setTimeout(() => {
      setWanted(typed.trim());
      setPage(1);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = {
    ...(wanted ? { q: wanted } : {}),
    ...(status ? { statuses: [status] as RosterRequest['statuses'] } : {}),
    page,
    size: SIZE,
  } as RosterRequest;
  const choose = (next: string): void => {
    setStatus(next);
    setPage(1);
  };
  return {
    asked,
    typed,
    setTyped,
    status,
    setStatus: choose,
    page,
    setPage,
    list: useRoster(sessionId, asked),
  };
}
