import { useMemo, useState } from 'react';
import { ProgrammeListWire } from '@yugong/domain/programme/wire';
import { monthOf, type Day } from '@yugong/domain/calendar';
import { type SessionWire, SessionListWire } from '@yugong/domain/session/wire';
import { slotTime, type CycleRule } from '@yugong/domain/screening';
import { locate, type LocateOutcome } from '@/platform/locate';
import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { load, save, stored } from '@/platform/storage';
import { PROGRAMMES_PATH } from '../../shared/service-paths';
import { SCREENING_SESSIONS_PATH } from '../endpoints';
import { districtCentre } from '../model';
import { fits, isOffered, sortSessions, type SessionWishes } from './session-filter';
import { useCycle } from './use-cycle';

/** Which day: the sessions there are, narrowed down and put in order. @param only a programme, or empty for all */
export function useDays(only: string) {
  const { today } = useServiceNow();
  const sessions = useService(SessionListWire, SCREENING_SESSIONS_PATH);
  const programmes = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const cycle = useCycle(today);
  const [located, setLocated] = useState<LocateOutcome | 'asking' | null>(null);
  const [chosen, setChosen] = useState<Day | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const [wished, setWished] = useState<SessionWishes>(() => ({
    adcode: load(stored.district),
    evening: false,
    weekend: false,
  }));

  const data = sessions.served.state === 'ready' ? sessions.served.data.sessions : null;
  const offered = useMemo(
    () => (data ?? []).filter((one) => isOffered(one) && (only === '' || one.programmeId === only)),
    [data, only],
  );
  const districts = [...new Set(offered.map(({ adcode }) => adcode))];
  // A district of before in which nothing is on now is no reason to show nothing.
  const wishes = districts.includes(wished.adcode ?? '') ? wished : { ...wished, adcode: null };
  const from = located !== null && located !== 'asking' && located.kind === 'found' ? located.at : null;
  const fitting = sortSessions(
    offered.filter((one) => fits(one, wishes)),
    from,
    districtCentre,
  );
  const rules = useMemo(() => {
    const list = programmes.served.state === 'ready' ? programmes.served.data.programmes : [];
    return new Map<string, CycleRule | null>(list.map(({ id, rules: own }) => [id, own?.cycle ?? null]));
  }, [programmes.served]);
  const ruleOf = (session: SessionWire): CycleRule | null => rules.get(session.programmeId) ?? null;
  const own = [...new Set(fitting.map(({ programmeId }) => programmeId))];
  const [single] = own;

  const mine = new Map(
    load(stored.tickets)
      .filter(({ registration: { status } }) => status === 'booked' || status === 'waitlist')
      .map(({ registration }) => [registration.sessionId, registration.id]),
  );

  return {
    today,
    /** The reader's own registration of a session, as this phone knows it; null for none. */
    registrationOf: (session: SessionWire): string | null => mine.get(session.id) ?? null,
    /** What is waited for where nothing that fits is offered. */
    alert: { kind: 'screening' as const, programmeId: only === '' ? null : only, ...wishes },
    served: sessions.served,
    refresh: async () => {
      await Promise.all([sessions.refresh(), programmes.refresh()]);
    },
    offered,
    fitting,
    shown: chosen === null ? fitting : fitting.filter((one) => slotTime(one).day === chosen),
    districts,
    wishes,
    wish: (part: Partial<SessionWishes>) => {
      setWished({ ...wishes, ...part });
      setChosen(null);
      if (part.adcode !== undefined) save(stored.district, part.adcode);
    },
    located,
    askPhone: async () => {
      setLocated('asking');
      setLocated(await locate());
    },
    chosen,
    choose: (day: Day) => setChosen(day === chosen ? null : day),
    month: month ?? monthOf(fitting[0] ? slotTime(fitting[0]).day : today),
    setMonth,
    cycle,
    ruleOf,
    /** The one rule of all that is shown; null where programmes differ, or say nothing. */
    rule: single !== undefined && own.length === 1 ? (rules.get(single) ?? null) : null,
  };
}
