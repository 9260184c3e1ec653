/** Public holidays as people plan by them: days off in a row are one stretch. */
import { addDays, type Day } from '../calendar';

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
