/** What the calendar knows without a network: derived at build time, or as the union has published it since. */
import type { CalendarTable } from '@yugong/content/bundle';
import { calendarEvent, calendarHolidays } from '@yugong/content/calendar-table';
import { EventRecord } from '@yugong/domain/event/record';
import { HolidayYearRecord } from '@yugong/domain/district/record';
import { defineSource, openCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import generated from './generated/calendar.json';

const bundled = bundleOf<CalendarTable>(generated);

const events = defineSource<Pick<CalendarTable, 'events' | 'eventsSince'>, 'events'>({
  collection: 'events',
  record: EventRecord,
  bundled,
  // What a phone keeps is less than would have to be left out here.
  read: (records, { occurrences = {} }) => ({
    events: records
      .map((event) => ({ ...event, occurrences: occurrences[event.id] ?? [] }))
      .filter((event) => event.occurrences.length > 0)
      .map(calendarEvent),
    eventsSince: null,
  }),
});
const holidays = defineSource<ReturnType<typeof calendarHolidays>, 'holidays'>({
  collection: 'holidays',
  record: HolidayYearRecord,
  bundled,
  read: calendarHolidays,
});

const { events: coming, eventsSince } = openCollection(events);
const { holidays: off, workdays, holidaysFrom, holidaysUntil } = openCollection(holidays);

export const calendarTable: CalendarTable = {
  ...bundled,
  events: coming,
  eventsSince,
  holidays: off,
  workdays,
  holidaysFrom,
  holidaysUntil,
};
