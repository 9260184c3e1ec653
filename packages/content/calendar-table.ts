/** What the calendar tab makes of events and holidays, at build time and of newer content on the phone. */
import { daysBetween } from '@yugong/domain/calendar';
import { announcedUntil, holidaySpans, namedStatutoryHolidays } from '@yugong/domain/holiday';
import type { CalendarEvent, CalendarTable, EventItem } from './bundle';

/** An event as the calendar draws it. */
export const calendarEvent = ({ id, title, place, district, time, occurrences }: EventItem): CalendarEvent => ({
  id,
  title,
  place,
  adcode: district?.adcode ?? null,
  time: time ?? null,
  starts: occurrences.map(({ start }) => start),
  days: occurrences[0] ? daysBetween(occurrences[0].start, occurrences[0].end) + 1 : 1,
});

/** Years after the last announced one whose fixed holidays the app carries. */
const YEARS_AHEAD = 2;

/**
 * The holidays that the law fixes by itself in the years after the last announced one. Made at build time, so that the
 * phone's first package needn't carry the rule; the phone leaves out those of years announced since.
 */
export function fixedHolidays(years: readonly { year: number }[]): CalendarTable['fixedHolidays'] {
  const last = Math.max(...years.map(({ year }) => year));
  return Array.from({ length: YEARS_AHEAD }, (_, at) => namedStatutoryHolidays(last + 1 + at)).flatMap((days) =>
    holidaySpans(days.map((day) => ({ ...day, off: true }))),
  );
}

/** The public holidays of the years that are announced. */
export function calendarHolidays(
  years: readonly { year: number; days: readonly { date: string; name: string; off: boolean }[] }[],
): Pick<CalendarTable, 'holidays' | 'workdays' | 'holidaysFrom' | 'holidaysUntil'> {
  const numbers = years.map(({ year }) => year);
  const days = years.flatMap((one) => one.days).sort((a, b) => a.date.localeCompare(b.date));
  return {
    holidays: holidaySpans(days),
    workdays: days.filter(({ off }) => !off).map(({ date, name }) => ({ day: date, name })),
    holidaysFrom: `${Math.min(...numbers)}-01-01`,
    holidaysUntil: announcedUntil(numbers),
  };
}
