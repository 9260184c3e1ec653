import { useMemo } from 'react';
import { addDays, type Day } from '@yugong/domain/calendar';
import { AppointmentListWire, type AppointmentWire } from '@yugong/domain/registration/wire';
import { SessionListWire, type SessionWire } from '@yugong/domain/session/wire';
import { MY_REGISTRATIONS_PATH } from '@/features/shared/service-paths';
import { hasLogin, useService, type Served } from '@/platform/service';
import { pageUrl } from '@/platform/navigation/url';
import type { DayRange } from './model/items';

/** The service answers with this many sessions at most. */
const MAX_SESSIONS_ANSWERED = 500;

export interface ServedCalendar {
  sessions: SessionWire[];
  registrations: AppointmentWire[];
  /** The last day up to which every session is here; null where that is the whole range. */
  completeTo: Day | null;
  state: Served<unknown>['state'];
  /** Is what is shown from before the network went? */
  old: boolean;
  refresh: () => Promise<void>;
}

const path = ({ from, to }: DayRange): string => pageUrl('/api/v1/sessions', { from, to });

const isFull = (served: Served<{ sessions: SessionWire[] }>): boolean =>
  served.state === 'ready' && served.data.sessions.length >= MAX_SESSIONS_ANSWERED;

const lastDay = (sessions: readonly SessionWire[]): Day | undefined =>
  sessions[sessions.length - 1]?.startsAt.slice(0, 10);

/**
 * Sessions of a range and my registrations, from the service. A crowded range is asked for in two parts; where
 * that is not all, `completeTo` says so.
 */
export function useServed({ from, to }: DayRange): ServedCalendar {
  const first = useService(SessionListWire, path({ from, to }));
  const early = sessionsOf(first.served);
  const next = isFull(first.served) ? lastDay(early) : undefined;
  const second = useService(SessionListWire, next === undefined ? null : path({ from: next, to }));
  const mine = useService(AppointmentListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });

  const sessions = useMemo(() => {
    const known = new Set(sessionsOf(first.served).map(({ id }) => id));
    const late = next === undefined ? [] : sessionsOf(second.served);
    return [...sessionsOf(first.served), ...late.filter(({ id }) => !known.has(id))];
  }, [first.served, second.served, next]);
  const registrations = useMemo(
    () => (mine.served.state === 'ready' ? mine.served.data.registrations : []),
    [mine.served],
  );
  const last = lastDay(sessions);
  const cut = isFull(second.served) || (next !== undefined && second.served.state !== 'ready');
  return {
    sessions,
    registrations,
    completeTo: next !== undefined && cut && last !== undefined ? addDays(last, -1) : null,
    state: first.served.state,
    old: first.served.state === 'ready' && first.served.old,
    refresh: async () => {
      await Promise.all([first.refresh(), second.refresh(), mine.refresh()]);
    },
  };
}

const sessionsOf = (served: Served<{ sessions: SessionWire[] }>): SessionWire[] =>
  served.state === 'ready' ? served.data.sessions : [];
