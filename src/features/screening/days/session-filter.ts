/** Sessions for somebody with one free morning a week: which, in what order, and what stands on each day. */
import { addDays, type Day } from '@yugong/domain/calendar';
import { metresBetween, type Gcj02 } from '@yugong/domain/geo';
import type { SessionWire } from '@yugong/domain/session/wire';
import { cycleDay, slotTime, type CycleDay, type CycleRule } from '@yugong/domain/screening';
import { isAtTime } from '@yugong/domain/session-alert';
import type { DayMark } from '@/ui/month-grid/types';

export interface SessionWishes {
  /** Null is every district. */
  adcode: string | null;
  evening: boolean;
  weekend: boolean;
}

/** A cycle as it was read from two dates. */
export interface Cycle {
  last: Day;
  length: number;
}

/** Is it where and when she is free? */
export const fits = (session: SessionWire, wishes: SessionWishes): boolean =>
  isAtTime(session, wishes) && (wishes.adcode === null || session.adcode === wishes.adcode);

/** Can one sign up for it, now or soon? */
export const isOffered = ({ state }: SessionWire): boolean => ['open', 'waitlist', 'upcoming'].includes(state);

/**
 * By day; on one day the nearest district first, where it is known from where.
 *
 * @param from where the reader is, or null
 * @param centreOf the middle of a district, or null
 */
export function sortSessions(
  sessions: readonly SessionWire[],
  from: Gcj02 | null,
  centreOf: (adcode: string) => Gcj02 | null,
): SessionWire[] {
  const away = ({ adcode }: SessionWire): number => {
    const centre = centreOf(adcode);
    return from && centre ? metresBetween(from, centre) : 0;
  };
  const day = (session: SessionWire): Day => slotTime(session).day;
  return [...sessions].sort(
    (a, b) => day(a).localeCompare(day(b)) || away(a) - away(b) || a.startsAt.localeCompare(b.startsAt),
  );
}

/** What the clinic's rule says of a day; null where there is no rule, or no dates. */
export const sayOfCycle = (rule: CycleRule | null, cycle: Cycle | null, day: Day): CycleDay | null =>
  rule && cycle ? cycleDay(rule, cycle, day) : null;

const signs: Partial<Record<SessionWire['state'], string>> = { open: '余', waitlist: '候', upcoming: '待' };

/** What stands in the calendar: sessions by their state. */
export function sessionMarks(
  sessions: readonly SessionWire[],
  say: (session: SessionWire) => string,
): Record<Day, DayMark[]> {
  const marks: Record<Day, DayMark[]> = {};
  for (const session of sessions) {
    const { day } = slotTime(session);
    const sign = signs[session.state] ?? '';
    marks[day] = [...(marks[day] ?? []), { sign, text: `${session.place}，${say(session)}` }];
  }
  return marks;
}

/** The days from `first` on that the rule speaks against, added to what stands there. */
export function withAvoided(
  marks: Record<Day, DayMark[]>,
  rule: CycleRule | null,
  cycle: Cycle | null,
  first: Day,
  count: number,
): Record<Day, DayMark[]> {
  const marked = { ...marks };
  for (let at = 0; at < count; at += 1) {
    const day = addDays(first, at);
    const said = sayOfCycle(rule, cycle, day);
    if (said === 'avoid' || said === 'maybe') {
      const text = said === 'avoid' ? '按填写的日期，需要避开' : '按填写的日期，可能需要避开';
      marked[day] = [...(marked[day] ?? []), { sign: '避', text, own: true }];
    }
  }
  return marked;
}
