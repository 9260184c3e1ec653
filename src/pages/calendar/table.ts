/** What the calendar knows without a network: derived at build time, or as the union has published it since. */
import { useMemo } from 'react';
import type { CalendarTable } from '@yugong/content/bundle';
import { calendarEvent, calendarHolidays } from '@yugong/content/calendar-table';
import { EventRecord } from '@yugong/domain/event/record';
import { HolidayYearRecord } from '@yugong/domain/district/record';
import { collectionNow, defineSource, refreshCollection, useCollection } from '@/platform/content-feed';
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

/** What does not change without a release. */
export const { districts, lunar } = bundled;

void refreshCollection(events);
void refreshCollection(holidays);

/** The table as it is known now. */
export const calendarTableNow = (): CalendarTable => tableOf(collectionNow(events), collectionNow(holidays));

/** The same for pages, drawn again when something newer has come. */
export function useCalendarTable(): CalendarTable {
  const known = useCollection(events);
  const announced = useCollection(holidays);
  return useMemo(() => tableOf(known, announced), [known, announced]);
}

function tableOf(
  { events: coming, eventsSince }: Pick<CalendarTable, 'events' | 'eventsSince'>,
  { holidays: off, workdays, holidaysFrom, holidaysUntil }: ReturnType<typeof calendarHolidays>,
): CalendarTable {
  const fixedHolidays = bundled.fixedHolidays.filter(({ start }) => start > holidaysUntil);
  const days = { holidays: off, workdays, fixedHolidays, holidaysFrom, holidaysUntil };
  return { ...bundled, ...days, events: coming, eventsSince };
}
