/** The roster's part of the API. What is searched for is a person's: it goes in a body, never into an address. */
import { useQuery } from '@tanstack/react-query';
import { RosterWire, type RosterRequest, type RosterRow } from '@yugong/domain/roster/wire';
import { callApi, type Endpoint } from '../../api/client';

export const useRoster = (sessionId: string, asked: RosterRequest) =>
  useQuery({
    queryKey: ['roster', sessionId, asked],
    queryFn: ({ signal }) => callApi(`POST /sessions/${sessionId}/roster`, { answer: RosterWire, body: asked, signal }),
    placeholderData: (before) => before,
  });

/** The most the service gives at once. */
const MAX_PAGE_SIZE = 200;

/** Every page of it. @throws {Refusal} */
export async function fetchWholeRoster(sessionId: string, asked: RosterRequest): Promise<RosterRow[]> {
  const all: RosterRow[] = [];
  for (let page = 1; ; page += 1) {
    const body = { ...asked, page, size: MAX_PAGE_SIZE };
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
  move: (id: string): Endpoint => `PUT /registrations/${id}/session`,
  attendance: (id: string): Endpoint => `PUT /registrations/${id}/attendance`,
  cancel: (id: string): Endpoint => `DELETE /registrations/${id}`,
} as const;
