/** What people found lately at the stations on the screen. Extra knowledge: without a network there is none. */
import { useEffect, useMemo, useState } from 'react';
import { StandingsWire, type StandingOnWire } from '@yugong/domain/report/wire';
import { useService } from '@/platform/service';

/** As many as the service answers at once. */
const MAX_IDS_PER_REQUEST = 60;
const SETTLED_MS = 500;

/** Where the service tells what it was told of these. */
export const standingsPath = (ids: readonly string[]): string => `/api/v1/stations/standings?ids=${ids.join(',')}`;

/** @returns the standings by id, of those that anybody told something fresh about */
export function useStandings(ids: readonly string[]): ReadonlyMap<string, StandingOnWire> {
  const drawn = ids.slice(0, MAX_IDS_PER_REQUEST).join(',');
  const [asked, setAsked] = useState(drawn);
  // Whoever taps through the filters asks once, about where they end.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(drawn), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [drawn]);
  const path = asked === '' ? null : standingsPath(asked.split(','));
  const { served } = useService(StandingsWire, path);
  const stations = served.state === 'ready' ? served.data.stations : null;
  return useMemo(() => new Map((stations ?? []).map((one) => [one.stationId, one])), [stations]);
}
