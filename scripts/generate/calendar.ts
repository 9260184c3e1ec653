/** The calendar tab's own table: events as it draws them, holidays, districts, the lunar calendar. */
import type { CalendarEvent, CalendarTable, EventItem, RecordOf } from '@yugong/content/bundle';
import { addDays } from '@yugong/domain/calendar';
import { calendarEvent, calendarHolidays, fixedHolidays } from '@yugong/content/calendar-table';
import { lunarTable } from './lunar';
import { HORIZON } from '@yugong/domain/event/occurrences';
import { defined } from '@yugong/domain/narrow';

/** What events may weigh in the main package; older ones are read on the events page. */
export const EVENT_BYTES = 48 * 1024;

type Input = {
  events: EventItem[];
  holidays: RecordOf<'holidays'>[];
  districts: RecordOf<'districts'>[];
};

export function calendarOf({ events, holidays, districts }: Input): CalendarTable {
  const firstYear = Math.min(...holidays.map(({ year }) => year));
  return {
    ...newestThatFit(events.map(calendarEvent)),
    ...calendarHolidays(holidays),
    fixedHolidays: fixedHolidays(holidays),
    districts: districts.filter(({ status }) => status === 'current').map(({ adcode, title }) => ({ adcode, title })),
    lunar: lunarTable(firstYear, Number(HORIZON.slice(0, 4))),
  };
}

const lastDayOf = ({ starts, days }: CalendarEvent): string => addDays(defined(starts[starts.length - 1]), days - 1);

/** All events, or where they weigh too much those that end last, and from which day on these are all. */
function newestThatFit(all: CalendarEvent[]): Pick<CalendarTable, 'events' | 'eventsSince'> {
  const newestFirst = all
    .filter(({ starts }) => starts.length > 0)
    .map((event) => ({ event, last: lastDayOf(event) }))
    .sort((a, b) => b.last.localeCompare(a.last));
  let left = EVENT_BYTES;
  const kept = newestFirst.findIndex(({ event }) => (left -= Buffer.byteLength(JSON.stringify(event)) + 1) < 0);
  const events = (kept < 0 ? newestFirst : newestFirst.slice(0, kept)).map(({ event }) => event);
  const firstLeftOut = kept < 0 ? undefined : newestFirst[kept];
  return { events, eventsSince: firstLeftOut ? addDays(firstLeftOut.last, 1) : null };
}
