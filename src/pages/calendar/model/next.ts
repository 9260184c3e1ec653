/** What comes after an empty stretch. */
import type { CalendarTable } from '@yugong/content/bundle';
import { addDays, type Day } from '@yugong/domain/calendar';

export interface Next {
  title: string;
  start: Day;
}

/** The first event of the content that begins after a day, or null. */
export function nextEventAfter({ events }: CalendarTable, day: Day): Next | null {
  let next: Next | null = null;
  for (const { title, starts } of events) {
    const start = starts.find((one) => one > day);
    if (start !== undefined && (next === null || start < next.start)) next = { title, start };
  }
  return next;
}

/** Is a day outside what the holiday table knows? Then no day off is known, which isn't the same as none. */
export const isBeyondHolidays = ({ holidaysFrom, holidaysUntil }: CalendarTable, from: Day, to: Day): boolean =>
  to > holidaysUntil || from < holidaysFrom || addDays(holidaysUntil, 1) <= from;
