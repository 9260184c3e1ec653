/**
 * Days that a clinic asks to avoid around the menstrual period, from the first days of the last two periods.
 * A guess from one interval: farther ahead it is less sure, and after three periods it is not made at all.
 */
import { addDays, daysBetween, isDay, type Day } from '../calendar';
import type { CycleRule } from './rules';

/** First days of the period before last and of the last one. */
export interface CycleDates {
  before: Day | null;
  last: Day | null;
}

export type CycleFault = 'missing' | 'order' | 'future' | 'length';

/** Intervals that two dates may have; outside of it one of them is likely mistyped, or a guess is none. */
export const CYCLE_DAYS = { min: 15, max: 60 } as const;

/** How many days a period that was not seen yet may come earlier or later, a period ahead. */
const SPREAD_DAYS = 2;
const PERIODS_AHEAD = 3;

/**
 * The days from one period to the next, or what is wrong with the dates.
 *
 * @example readCycle({ before: '2026-10-20', last: '2026-11-17' }, '2026-11-23') // { length: 28 }
 */
export function readCycle({ before, last }: CycleDates, today: Day): { length: number } | { fault: CycleFault } {
  if (!isDay(before) || !isDay(last)) return { fault: 'missing' };
  if (last > today) return { fault: 'future' };
  if (before >= last) return { fault: 'order' };
  const length = daysBetween(before, last);
  return length < CYCLE_DAYS.min || length > CYCLE_DAYS.max ? { fault: 'length' } : { length };
}

/** `avoid`: the clinic's rule speaks against the day; `maybe`: it may, by a few days; `far`: too far to say. */
export type CycleDay = 'fine' | 'maybe' | 'avoid' | 'far';

/** Is a day's distance from a period's first day one to avoid? */
function against(rule: CycleRule, offset: number): boolean {
  const { avoidBefore, avoidDuring, avoidAfter, periodDays } = rule;
  if (offset < 0) return offset >= -avoidBefore;
  if (offset < periodDays) return avoidDuring;
  return offset < periodDays + avoidAfter;
}

/**
 * What the clinic's rule says of a day.
 *
 * @param last first day of the last period
 * @param length days from one period to the next, see {@link readCycle}
 */
export function cycleDay(rule: CycleRule, { last, length }: { last: Day; length: number }, day: Day): CycleDay {
  const offset = daysBetween(last, day);
  if (offset >= (PERIODS_AHEAD + 1) * length - rule.avoidBefore - SPREAD_DAYS * PERIODS_AHEAD) return 'far';
  let answer: CycleDay = 'fine';
  for (let period = 0; period <= PERIODS_AHEAD; period += 1) {
    const fromStart = offset - period * length;
    if (against(rule, fromStart)) return 'avoid';
    const spread = SPREAD_DAYS * period;
    for (let late = -spread; late <= spread; late += 1) if (against(rule, fromStart - late)) answer = 'maybe';
  }
  return answer;
}

/** The days of a range that a rule speaks for or against, for marking a calendar. */
export const cycleDays = (
  rule: CycleRule,
  cycle: { last: Day; length: number },
  from: Day,
  count: number,
): Record<Day, CycleDay> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => addDays(from, at)).map((day) => [day, cycleDay(rule, cycle, day)]),
  );
