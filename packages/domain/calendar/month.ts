/** Months as a calendar draws them. */
import { addDays, weekStart, type Day } from './day';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/**
 * `count` months after `month`.
 *
 * @example addMonths('2026-11', 2) // '2027-01'
 */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/**
 * The weeks that a month touches, each of seven days from Monday to Sunday; the first and the last week
 * may hold days of the months beside it.
 *
 * @example monthWeeks('2026-02')[0] // ['2026-01-26', '2026-01-27', …, '2026-02-01']
 */
export function monthWeeks(month: Month): Day[][] {
  const end = `${addMonths(month, 1)}-01`;
  const weeks: Day[][] = [];
  for (let monday = weekStart(`${month}-01`); monday < end; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}
