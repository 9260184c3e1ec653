/** Which days are days off: weekends, public holidays, and the Saturdays and Sundays that are worked instead. */
import { addDays, weekStart, daysBetween, type Day } from '../calendar';
import { isStatutoryHoliday } from '../holiday';

/** The yearly notices in the data. A year that is not in `years` has not been announced, or is older than the data. */
export interface RestDays {
  years: readonly number[];
  /** Days off by the notice, weekends among them or not. */
  off: readonly Day[];
  /** Saturdays and Sundays that are worked. */
  worked: readonly Day[];
}

/** Is the year's notice known? Without it only weekends and the holidays that the law itself fixes are. */
export const isArranged = (rest: RestDays, day: Day): boolean => rest.years.includes(Number(day.slice(0, 4)));

/** Is the day a day off: by the year's notice, or where that isn't known by the law and the weekday? */
export function isRestDay(rest: RestDays, day: Day): boolean {
  if (rest.worked.includes(day)) return false;
  if (rest.off.includes(day) || daysBetween(weekStart(day), day) >= 5) return true;
  return !isArranged(rest, day) && isStatutoryHoliday(day);
}

/**
 * The next working day from `day` on, itself if it is one (民法典 203, 民事诉讼法 85).
 *
 * @example nextWorkingDay(rest, '2026-10-01') // '2026-10-08'
 */
export function nextWorkingDay(rest: RestDays, day: Day): Day {
  let at = day;
  while (isRestDay(rest, at)) at = addDays(at, 1);
  return at;
}

/** Working days from `first` to `last`, both included. */
export function workingDays(rest: RestDays, first: Day, last: Day): number {
  let count = 0;
  for (let at = first; at <= last; at = addDays(at, 1)) if (!isRestDay(rest, at)) count++;
  return count;
}

/** The last of `count` working days that follow `day`. */
export function afterWorkingDays(rest: RestDays, day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; left--) at = nextWorkingDay(rest, addDays(at, 1));
  return at;
}

/** How overtime on a day is paid (劳动法 44): at 150, 200 or 300 %. */
export type OvertimeKind = 'workdays' | 'restDays' | 'holidays';

/**
 * The rate's kind for overtime on a day. A statutory holiday is paid at 300 % even where it falls on a weekend; the
 * days that a notice adds to it by moving weekends are rest days.
 *
 * @example overtimeKind(rest, '2024-05-02') // 'restDays'; '2025-05-02' is 'holidays'
 */
export function overtimeKind(rest: RestDays, day: Day): OvertimeKind {
  if (isStatutoryHoliday(day)) return 'holidays';
  return isRestDay(rest, day) ? 'restDays' : 'workdays';
}
