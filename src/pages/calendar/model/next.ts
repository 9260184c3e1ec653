/** What comes after an empty stretch. */
import type { CalendarTable } from '@yugong/content/bundle';
import type { Day } from '@yugong/domain/calendar';

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

/**
 * The year of a day whose notice isn't out: then only the holidays that the law fixes are known, which isn't the same as
 * none.
 *
 * @returns null where the notice is known, or the day is before the first one
 */
export const unannouncedYear = ({ holidaysUntil }: CalendarTable, day: Day): string | null =>
  day > holidaysUntil ? day.slice(0, 4) : null;
