/** Public holidays as people plan by them: days off in a row are one stretch. */
import { addDays, type Day } from '../calendar';

export * from './statutory';

/** A day of the State Council's yearly notice: off, or worked in its place. */
export interface HolidayDay {
  date: Day;
  name: string;
  off: boolean;
}

export interface HolidaySpan {
  name: string;
  start: Day;
  end: Day;
}

/**
 * Days off in a row under one name become one span.
 *
 * @example holidaySpans([{ date: '2026-01-01', name: '元旦', off: true }, { date: '2026-01-02', name: '元旦', off: true }])
 * // [{ name: '元旦', start: '2026-01-01', end: '2026-01-02' }]
 */
export function holidaySpans(days: readonly HolidayDay[]): HolidaySpan[] {
  const spans: HolidaySpan[] = [];
  const off = days.filter((day) => day.off).sort((a, b) => a.date.localeCompare(b.date));
  for (const { date, name } of off) {
    const last = spans[spans.length - 1];
    if (last && last.name === name && addDays(last.end, 1) === date) last.end = date;
    else spans.push({ name, start: date, end: date });
  }
  return spans;
}

/**
 * The last day up to which every year's notice is known, from the first year on. A year published ahead of the one
 * before it leaves that one unknown, so that nobody is told that it has no holidays.
 *
 * @param years at least one
 * @example announcedUntil([2025, 2026, 2028]) // '2026-12-31'
 */
export function announcedUntil(years: readonly number[]): Day {
  let last = Math.min(...years);
  while (years.includes(last + 1)) last += 1;
  return `${last}-12-31`;
}
