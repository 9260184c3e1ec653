/** State of the roster's search: the request is sent when typing pauses, a page at a time. */
import { useEffect, useState } from 'react';
import { registrationStatuses } from '@yugong/domain/registration';
import type { RosterRequest } from '@yugong/domain/roster/wire';
import { useRoster } from './api';

const DEBOUNCE_MS = 300;
const PAGE_SIZE = 100;

/**
 * The request for a page of the roster.
 *
 * @param status one of a registration's; any other value stands for all of them
 * @param page from 1
 */
export function toRosterRequest(chosen: { searchTerm: string; status: string; page: number }): RosterRequest {
  const status = registrationStatuses.find((one) => one === chosen.status);
  return {
    ...(chosen.searchTerm ? { q: chosen.searchTerm } : {}),
    ...(status ? { statuses: [status] } : {}),
    page: chosen.page,
    size: PAGE_SIZE,
  };
}

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
