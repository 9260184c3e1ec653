/** What the calendar tab makes of events and holidays, at build time and of newer content on the phone. */
import { daysBetween } from '@yugong/domain/calendar';
import { holidaySpans } from '@yugong/domain/holiday';
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
    holidaysUntil: `${Math.max(...numbers)}-12-31`,
  };
}
