/** State of the roster's search: the request is sent when typing pauses, a page at a time. */
import { useEffect, useState } from 'react';
import { useRoster } from './api';
import { toRosterRequest } from './roster-request';

const DEBOUNCE_MS = 300;

export function useRosterPage(sessionId: string) {
  const [typed, setTyped] = useState('');
  const [searchTerm, setSearchTerm] = useState('');
  const [status, setStatus] = useState('');
  const [page, setPage] = useState(1);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearchTerm(typed.trim());
      setPage(1);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const request = toRosterRequest({ searchTerm, status, page });
  const choose = (next: string): void => {
    setStatus(next);
    setPage(1);
  };
  return {
    request,
    typed,
    setTyped,
    status,
    setStatus: choose,
    page,
    setPage,
    list: useRoster(sessionId, request),
  };
}
