import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, dayAt } from '../../../src/domain/calendar';
import { SessionQuery } from '../../../src/domain/registration/wire';
import type { RecordOf } from '../../../src/content/schema';
import type { SessionRow } from '../storage/schema';
import { sendTagged } from './answers';
import { operation } from './operation';
import { dayStart } from './sessions';

type Event = RecordOf<'events'>;

/** A day as the library's floating dates want it: the server's own zone doesn't matter. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** An all-day event: sources give days, not hours. The last day is inclusive here and exclusive in iCalendar. */
function addEvent(calendar: ReturnType<typeof ical>, event: Event, stamp: Date): void {
  const made = calendar.createEvent({
    id: `${event.id}@yugong`,
    start: day(event.start),
    end: day(addDays(event.end ?? event.start, 1)),
    allDay: true,
    timezone: 'UTC',
    stamp,
    summary: event.title,
    description: [event.summary, event.caveat].filter(Boolean).join('\n'),
    ...(event.place ? { location: event.place } : {}),
  });
  if (event.rrule) made.repeating(`RRULE:${event.rrule}`);
}

function addSession(calendar: ReturnType<typeof ical>, session: SessionRow, stamp: Date): void {
  calendar.createEvent({
    id: `${session.id}@yugong`,
    start: new Date(session.starts_at),
    end: new Date(session.ends_at),
    stamp,
    summary: session.title,
    location: session.place,
    ...(session.note ? { description: session.note } : {}),
    status: session.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

export const calendarOperations = [
  operation({
    method: 'GET',
    tag: 'calendar',
    auth: 'none',
    path: '/api/v1/calendar.ics',
    id: 'getCalendar',
    summary: '日历订阅（RFC 5545），可按类别、项目、区县和日期筛选',
    query: SessionQuery,
    answers: { 200: { description: '日历', mediaType: 'text/calendar' }, 304: { description: '没有变' } },
    problems: ['invalid', 'unavailable'],
    handle: async ({ service, request, reply, query: { kind, programme, adcode, from, to } }) => {
      const today = dayAt(service.now());
      // The content has events, never screenings, and no programmes.
      const events = service.content
        .dataset()
        .events.filter(
          (one) =>
            kind !== 'screening' &&
            !programme &&
            (!adcode || one.adcode === adcode) &&
            (!to || one.start <= to) &&
            (!from || one.rrule !== undefined || (one.end ?? one.start) >= from),
        );
      let rows = service.store.read
        .selectFrom('sessions')
        .selectAll()
        .where('ends_at', '>', dayStart(from ?? addDays(today, -30)))
        .orderBy('starts_at')
        .limit(1000);
      if (kind) rows = rows.where('kind', '=', kind);
      if (programme) rows = rows.where('programme_id', '=', programme);
      if (adcode) rows = rows.where('adcode', '=', adcode);
      if (to) rows = rows.where('starts_at', '<', dayStart(to, 1));

      const calendar = ical({
        name: '渝工随行',
        prodId: { company: 'yugong', product: 'yugong', language: 'ZH' },
        method: ICalCalendarMethod.PUBLISH,
        ttl: 3600,
      });
      // The same all day, so that an unchanged calendar is the same text and its ETag holds.
      const stamp = day(today);
      for (const event of events) addEvent(calendar, event, stamp);
      for (const session of await rows.execute()) addSession(calendar, session, stamp);
      void reply.type('text/calendar; charset=utf-8');
      return sendTagged(request, reply, calendar.toString());
    },
  }),
];
