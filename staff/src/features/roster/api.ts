/** Endpoints and queries of the roster. A search term is personal data, so it goes in a body and never into a URL. */
import { useQuery } from '@tanstack/react-query';
import { HeldCasesWire } from '@yugong/domain/registration/staff-wire';
import { RosterWire, type RosterRequest, type RosterRow } from '@yugong/domain/roster/wire';
import { callApi, queryString, type Endpoint } from '../../api/client';

/** @param session only its own; everything in the person's scope where it is left out */
export const useHeldCases = ({ session, enabled = true }: { session?: string; enabled?: boolean } = {}) =>
  useQuery({
    queryKey: ['held', session ?? ''],
    queryFn: ({ signal }) => callApi(`GET /held${queryString({ session })}`, { answer: HeldCasesWire, signal }),
    enabled,
  });

export const useRoster = (sessionId: string, request: RosterRequest) =>
  useQuery({
    queryKey: ['roster', sessionId, request],
    queryFn: ({ signal }) =>
      callApi(`POST /sessions/${sessionId}/roster`, { answer: RosterWire, body: request, signal }),
    placeholderData: (before) => before,
  });

/** The largest page that the service answers. */
const MAX_PAGE_SIZE = 200;

/** Fetches all pages of the roster. @throws {ApiError} */
export async function fetchWholeRoster(sessionId: string, request: RosterRequest): Promise<RosterRow[]> {
  const all: RosterRow[] = [];
  for (let page = 1; ; page += 1) {
    const body = { ...request, page, size: MAX_PAGE_SIZE };
    const { rows, total } = await callApi(`POST /sessions/${sessionId}/roster`, { answer: RosterWire, body });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

export const rosterEndpoints = {
  add: (session: string): Endpoint => `POST /sessions/${session}/registrations`,
  export: (session: string): Endpoint => `POST /sessions/${session}/export`,
  noShows: (session: string): Endpoint => `POST /sessions/${session}/no-shows`,
  reveal: 'POST /registrations/reveal',
  people: 'POST /people',
  shownPeople: 'POST /people/shown',
  move: (id: string): Endpoint => `PUT /registrations/${id}/session`,
  attendance: (id: string): Endpoint => `PUT /registrations/${id}/attendance`,
  cancelSeveral: (session: string): Endpoint => `POST /sessions/${session}/cancellations`,
  messageSeveral: (session: string): Endpoint => `POST /sessions/${session}/messages`,
  notes: (id: string): `/${string}` => `/registrations/${id}/notes`,
  offer: (id: string): Endpoint => `PUT /registrations/${id}/offer`,
  seat: (id: string): Endpoint => `PUT /registrations/${id}/seat`,
  checked: (id: string): Endpoint => `PUT /registrations/${id}/checked`,
  person: (id: string): Endpoint => `PUT /registrations/${id}/person`,
} as const;
