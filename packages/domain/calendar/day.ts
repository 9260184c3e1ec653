/**
 * Days as Chongqing counts them: `YYYY-MM-DD` strings at +08:00, whatever zone the phone is set to.
 * China has had no summer time since 1991, so a fixed offset is exact.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { CHONGQING_OFFSET } from '../time';

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

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayjs.utc(b).diff(dayjs.utc(a), 'day');

/** `days` after `day`. */
export const addDays = (day: Day, days: number): Day => dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

/** The Monday of the day's week (weeks begin on Monday, ISO 8601). */
export const weekStart = (day: Day): Day => addDays(day, -((dayjs.utc(day).day() + 6) % 7));

/** 周一 … 周日. */
export const weekdayName = (day: Day): string => WEEKDAYS[dayjs.utc(day).day()] as string;

/** The parts of a partial date (`2024`, `2024-11`, `2024-11-13`); a missing part is null. */
export function partsOf(date: string): { year: number; month: number | null; day: number | null } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year as number, month: month ?? null, day: day ?? null };
}

/** Is the date exact to the day? */
export const isDay = (date: string | null | undefined): date is Day => date?.length === 10;
