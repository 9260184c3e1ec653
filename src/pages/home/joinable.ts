/** What one can sign up for now, for home. */
import { addDays, dayAt, type Day } from '@yugong/domain/calendar';
import { SessionListWire, type SessionWire } from '@yugong/domain/session/wire';
import { useEffect } from 'react';
import { pageUrl } from '@/platform/navigation/url';
import { useService, type Served } from '@/platform/service';
import { load, save, stored } from '@/platform/storage';

/** What begins later is no news on the first screen. */
export const DAYS_AHEAD = 30;
/** More than one looks through; the service gives them by their time. */
const MAX_ASKED = 100;

/**
 * The sessions to offer: open ones first, then those with a waiting list; of a programme only the next, because ten
 * mornings of one clinic are one offer.
 *
 * @example joinableOf(sessions, '2026-11-30', 2)
 */
export function joinableOf(sessions: readonly SessionWire[], today: Day, amount: number): SessionWire[] {
  const last = addDays(today, DAYS_AHEAD);
  const isNear = ({ startsAt }: SessionWire): boolean => {
    const day = dayAt(Date.parse(startsAt));
    return day >= today && day <= last;
  };
  const offered = (['open', 'waitlist'] as const).flatMap((state) =>
    sessions.filter((one) => one.state === state && isNear(one)),
  );
  const seen = new Set<string>();
  return offered.filter(({ programmeId }) => !seen.has(programmeId) && seen.add(programmeId)).slice(0, amount);
}

/** How many more sessions of the same programme can be joined. */
export const othersOf = ({ id, programmeId }: SessionWire, sessions: readonly SessionWire[]): number =>
  sessions.filter((one) => one.programmeId === programmeId && one.id !== id && one.state === 'open').length;

/** The sessions of the next 30 days: as last seen at once, as they are when the service answers. */
export function useSessions(today: Day): { sessions: readonly SessionWire[]; state: Served<unknown>['state'] } {
  const path = pageUrl('/api/v1/sessions', { from: today, to: addDays(today, DAYS_AHEAD), limit: MAX_ASKED });
  const { served } = useService(SessionListWire, path);
  const fresh = served.state === 'ready' ? served.data.sessions : null;
  useEffect(() => {
    if (fresh) save(stored.sessions, [...joinableOf(fresh, today, MAX_KEPT)]);
  }, [fresh, today]);
  return { sessions: fresh ?? load(stored.sessions), state: served.state };
}

/** As many as home shows: what is kept is for drawing it at once, not for choosing from. */
const MAX_KEPT = 3;
