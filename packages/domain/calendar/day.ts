/**
 * Days and months as Chongqing counts them: `YYYY-MM-DD` strings at +08:00, whatever zone the phone is set to.
 * China has had no summer time since 1991, so a fixed offset is exact.
 */
import { CHONGQING_OFFSET } from '../time';
import { defined } from '../narrow';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** `YYYY-MM-DDTHH:mm` of an instant in UTC. A date that isn't one must not take the page down. */
function isoOrInvalid(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
}

/**
 * The day in Chongqing at an instant.
 *
 * @param now milliseconds since the epoch
 * @example dayAt(Date.UTC(2026, 0, 1, 16, 30)) // '2026-01-02'
 */
export const dayAt = (now: number): Day => isoOrInvalid(now + CHONGQING_OFFSET).replace(/T.*/, '');

/**
 * The time of day in Chongqing at an instant, `HH:mm`.
 *
 * @param now milliseconds since the epoch
 * @example timeAt(Date.UTC(2026, 0, 1, 1, 30)) // '09:30'
 */
export const timeAt = (now: number): string => isoOrInvalid(now + CHONGQING_OFFSET).replace(/.*T(\d\d:\d\d).*/, '$1');

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday: three days after a Monday, four after a Sunday. */
const MONDAY_BASED = 3;
const SUNDAY_BASED = 4;

/** Days since 1970-01-01; a part that a partial date leaves out is its first. */
function dayNumber(day: Day): number {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** `days` after `day`. */
export const addDays = (day: Day, days: number): Day =>
  isoOrInvalid((dayNumber(day) + days) * DAY_MS).replace(/T.*/, '');

/**
 * The same day of the month `months` later, or the month's last day where it has none.
 *
 * @example monthsAfter('2026-01-31', 1) // '2026-02-28'
 */
export function monthsAfter(day: Day, months: number): Day {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOrInvalid(first + (Math.min(date, length) - 1) * DAY_MS).replace(/T.*/, '');
}

/** The Monday of the day's week (weeks begin on Monday, ISO 8601). */
export const weekStart = (day: Day): Day => addDays(day, -weekdayOf(day, MONDAY_BASED));

/** How many days of its week come before a day, by which weekday is the first. */
const weekdayOf = (day: Day, base: typeof MONDAY_BASED | typeof SUNDAY_BASED): number =>
  (((dayNumber(day) + base) % 7) + 7) % 7;

/** 周一 … 周日. */
export const weekdayName = (day: Day): string => defined(WEEKDAYS[weekdayOf(day, SUNDAY_BASED)]);

/** The parts of a partial date (`2024`, `2024-11`, `2024-11-13`); a missing part is null. */
export function partsOf(date: string): { year: number; month: number | null; day: number | null } {
  const [year = NaN, month = null, day = null] = date.split('-').map(Number);
  return { year, month, day };
}

/** Is the date exact to the day? */
export const isDay = (date: string | null | undefined): date is Day => date?.length === 10;

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
