/** The roster's part of the API. What is searched for is a person's: it goes in a body, never into an address. */
import { useQuery } from '@tanstack/react-query';
import { RosterWire, type RosterRequest, type RosterRow } from '@yugong/domain/roster/wire';
import { ask, type Line } from '../../api/client';

export const useRoster = (sessionId: string, asked: RosterRequest) =>
  useQuery({
    queryKey: ['roster', sessionId, asked],
    queryFn: ({ signal }) => ask(`POST /sessions/${sessionId}/roster`, { answer: RosterWire, body: asked, signal }),
    placeholderData: (before) => before,
  });

/** The most the service gives at once. */
const MOST = 200;

/** Every page of it. @throws {Refusal} */
export async function wholeRoster(sessionId: string, asked: RosterRequest): Promise<RosterRow[]> {
  const all: RosterRow[] = [];
  for (let page = 1; ; page += 1) {
    const body = { ...asked, page, size: MOST };
    const { rows, total } = await ask(`POST /sessions/${sessionId}/roster`, { answer: RosterWire, body });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

export const lines = {
  add: (session: string): Line => `POST /sessions/${session}/registrations`,
  export: (session: string): Line => `POST /sessions/${session}/export`,
  noShows: (session: string): Line => `POST /sessions/${session}/no-shows`,
  reveal: 'POST /registrations/reveal',
  move: (id: string): Line => `PUT /registrations/${id}/session`,
  attendance: (id: string): Line => `PUT /registrations/${id}/attendance`,
  cancel: (id: string): Line => `DELETE /registrations/${id}`,
} as const;
