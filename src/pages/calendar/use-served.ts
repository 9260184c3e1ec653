import { useMemo } from 'react';
import * as v from 'valibot';
import { addDays, type Day } from '@yugong/domain/calendar';
import { RegistrationDetailWire } from '@yugong/domain/registration/wire';
import { SessionWire } from '@yugong/domain/session/wire';
import { hasLogin, useService, type Served } from '@/platform/service';
import { pageUrl } from '@/platform/navigation/url';
import type { MyRegistration, Range } from './model/items';

export const Sessions = v.object({ sessions: v.array(SessionWire) });
const Registrations = v.object({ registrations: v.array(RegistrationDetailWire) });

/** The service answers with this many sessions at most. */
const MOST = 500;

export interface ServedCalendar {
  sessions: SessionWire[];
  registrations: MyRegistration[];
  /** The last day up to which every session is here; null where that is the whole range. */
  completeTo: Day | null;
  state: Served<unknown>['state'];
  /** Is what is shown from before the network went? */
  old: boolean;
  refresh: () => Promise<void>;
}

const path = ({ from, to }: Range): string => pageUrl('/api/v1/sessions', { from, to });

const isFull = (served: Served<{ sessions: SessionWire[] }>): boolean =>
  served.state === 'ready' && served.data.sessions.length >= MOST;

const lastDay = (sessions: readonly SessionWire[]): Day | undefined =>
  sessions[sessions.length - 1]?.startsAt.slice(0, 10);

/**
 * Sessions of a range and my registrations, from the service. A crowded range is asked for in two parts; where
 * that is not all, `completeTo` says so.
 */
export function useServed({ from, to }: Range): ServedCalendar {
  const first = useService(Sessions, path({ from, to }));
  const early = sessionsOf(first.served);
  const next = isFull(first.served) ? lastDay(early) : undefined;
  const second = useService(Sessions, next === undefined ? null : path({ from: next, to }));
  const mine = useService(Registrations, hasLogin() ? '/api/v1/me/registrations' : null, { as: 'me' });

  const sessions = useMemo(() => {
    const known = new Set(sessionsOf(first.served).map(({ id }) => id));
    const late = next === undefined ? [] : sessionsOf(second.served);
    return [...sessionsOf(first.served), ...late.filter(({ id }) => !known.has(id))];
  }, [first.served, second.served, next]);
  const registrations = useMemo(
    () => (mine.served.state === 'ready' ? mine.served.data.registrations : []),
    [mine.served],
  );
  const cut = isFull(second.served) || (next !== undefined && second.served.state !== 'ready');
  return {
    sessions,
    registrations,
    completeTo: next !== undefined && cut ? addDays(lastDay(sessions) as Day, -1) : null,
    state: first.served.state,
    old: first.served.state === 'ready' && first.served.old,
    refresh: async () => {
      await Promise.all([first.refresh(), second.refresh(), mine.refresh()]);
    },
  };
}

const sessionsOf = (served: Served<{ sessions: SessionWire[] }>): SessionWire[] =>
  served.state === 'ready' ? served.data.sessions : [];
