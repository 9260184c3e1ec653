/**
 * Days and months as Chongqing counts them: `YYYY-MM-DD` strings at +08:00, whatever zone the phone is set to.
 * China has had no summer time since 1991, so a fixed offset is exact.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { CHONGQING_OFFSET } from '../time';
import { defined } from '../narrow';

dayjs.extend(utc);

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * The day in Chongqing at an instant.
 *
 * @param now milliseconds since the epoch
 * @example dayAt(Date.UTC(2026, 0, 1, 16, 30)) // '2026-01-02'
 */
export const dayAt = (now: number): Day => dayjs.utc(now + CHONGQING_OFFSET).format('YYYY-MM-DD');

/**
 * The time of day in Chongqing at an instant, `HH:mm`.
 *
 * @param now milliseconds since the epoch
 * @example timeAt(Date.UTC(2026, 0, 1, 1, 30)) // '09:30'
 */
export const timeAt = (now: number): string => dayjs.utc(now + CHONGQING_OFFSET).format('HH:mm');

/**
 * The same day of the month `months` later, or the month's last day where it has none.
 *
 * @example monthsAfter('2026-01-31', 1) // '2026-02-28'
 */
export const monthsAfter = (day: Day, months: number): Day => dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD');

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday, three days after a Monday. */
const MONDAY_BASED = 3;

/** Days since 1970-01-01; a part that a partial date leaves out is its first. */
function dayNumber(day: Day): number {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** `days` after `day`. */
export function addDays(day: Day, days: number): Day {
  const date = new Date((dayNumber(day) + days) * DAY_MS);
  // A date that isn't one must not take the page down.
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString().slice(0, 10);
}

/** The Monday of the day's week (weeks begin on Monday, ISO 8601). */
export const weekStart = (day: Day): Day => addDays(day, -((((dayNumber(day) + MONDAY_BASED) % 7) + 7) % 7));

/** 周一 … 周日. */
export const weekdayName = (day: Day): string => defined(WEEKDAYS[dayjs.utc(day).day()]);

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
