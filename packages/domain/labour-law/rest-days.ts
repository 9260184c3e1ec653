/** Which days are days off: weekends, public holidays, and the Saturdays that are worked instead. */
import { addDays, weekStart, daysBetween, type Day } from '../calendar';

/** The announced arrangements; a year that is not in `years` has not been announced or is not in the data. */
export interface RestDays {
  years: readonly number[];
  /** Days off by arrangement, weekends among them or not. */
  off: readonly Day[];
  /** Saturdays and Sundays that are worked. */
  worked: readonly Day[];
}

/** Are the day's arrangements known, or only its weekday? */
export const isArranged = (rest: RestDays, day: Day): boolean => rest.years.includes(Number(day.slice(0, 4)));

export function isRestDay(rest: RestDays, day: Day): boolean {
  if (rest.worked.includes(day)) return false;
  return rest.off.includes(day) || daysBetween(weekStart(day), day) >= 5;
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
