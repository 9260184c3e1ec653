import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, dayAt, daysBetween } from '@yugong/domain/calendar';
import { endsAtOf, startsAtOf } from '@yugong/domain/agenda';
import { holidaySpans } from '@yugong/domain/holiday';
import { viewOf } from '@yugong/domain/registration';
import { CalendarQuery, type CalendarQuery as Query } from '@yugong/domain/session/wire';
import { instantOf } from '@yugong/domain/time';
import type { RecordOf } from '@yugong/content/schema';
import type { Service } from '../kernel/context';
import type { SessionRow } from '../kernel/schema';
import { sendTagged } from './answers';
import { operation } from '../kernel/operation';
import { sessionCounts } from '../services/sessions';

dayjs.extend(utc);
dayjs.extend(timezone);

type Event = RecordOf<'events'>;
type Calendar = ReturnType<typeof ical>;

const ZONE = 'Asia/Shanghai';

/** RFC 5545, 3.6.5. China has had no summer time since 1991. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** A day as the library writes days: by its parts in UTC, whatever the server's zone. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** An instant that is written as Chongqing's time of day, so that a rule by weekday counts Chongqing's days. */
const local = (at: number): Dayjs => dayjs(at).tz(ZONE);

/** The rule with its exceptions, in the form of the event's own DTSTART. */
function recurrence({ rrule, exdates = [], time }: Event): string {
  const form = time ? `;TZID=${ZONE}` : ';VALUE=DATE';
  const written = (date: string) => date.replace(/-/g, '') + (time ? `T${time.from.replace(':', '')}00` : '');
  const exceptions = exdates.length > 0 ? [`EXDATE${form}:${exdates.map(written).join(',')}`] : [];
  return [`RRULE:${rrule}`, ...exceptions].join('\r\n');
}

/**
 * An event, once for its rule and once for each further day: RDATE is what many phones don't know. Only a rule needs
 * Chongqing's own zone; an instant in UTC is read alike by all.
 */
function addEvent(calendar: Calendar, event: Event, stamp: Date): void {
  const { id, start, end = start, rrule, exdates = [], rdates = [], time = null } = event;
  const add = (uid: string, first: string) => {
    const span = { start: first, end: addDays(end, daysBetween(start, first)), time };
    // The last day is inclusive here and exclusive in iCalendar.
    const whole = { start: day(span.start), end: day(addDays(span.end, 1)), allDay: true };
    const zoned = { start: local(startsAtOf(span)), end: local(endsAtOf(span)), timezone: ZONE };
    const instants = { start: new Date(startsAtOf(span)), end: new Date(endsAtOf(span)) };
    return calendar.createEvent({
      id: `${uid}@yugong`,
      ...(time === null ? whole : uid === id && rrule ? zoned : instants),
      stamp,
      summary: event.title,
      description: [event.summary, event.caveat, event.audience && `面向：${event.audience}`]
        .filter(Boolean)
        .join('\n'),
      ...(event.place ? { location: event.place } : {}),
    });
  };
  if (rrule) add(id, start).repeating(recurrence(event));
  else if (!exdates.includes(start)) add(id, start);
  for (const date of rdates) add(`${id}-${date}`, date);
}

function addSession(calendar: Calendar, session: SessionRow, stamp: Date): void {
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

/** Days off in a row, and each day worked for them. */
function addHolidays(calendar: Calendar, { content }: Service, { from, to }: Query, stamp: Date): void {
  const days = content.dataset().holidays.flatMap((year) => year.days);
  const spans = [
    ...holidaySpans(days).map((span) => ({ ...span, title: `${span.name}放假` })),
    ...days
      .filter(({ off }) => !off)
      .map(({ date, name }) => ({ start: date, end: date, title: `${name}调休，要上班` })),
  ];
  for (const { start, end, title } of spans) {
    if ((to && start > to) || (from && end < from)) continue;
    const id = `holiday-${start}@yugong`;
    calendar.createEvent({ id, start: day(start), end: day(addDays(end, 1)), allDay: true, stamp, summary: title });
  }
}

/** The content has events, never screenings, no programmes of the service's, and nothing to sign up for. */
const eventsOf = ({ content }: Service, { kind, programme, adcode, from, to, joinable }: Query): Event[] =>
  content.dataset().events.filter(
    (one) =>
      (kind === undefined || kind === 'event') &&
      !programme &&
      !joinable &&
      // What is the whole city's is every district's, as in the app.
      (!adcode || !one.adcode || one.adcode === adcode) &&
      (!to || one.start <= to) &&
      (!from || one.rrule !== undefined || one.rdates !== undefined || (one.end ?? one.start) >= from),
  );

async function sessionsOf(service: Service, query: Query): Promise<SessionRow[]> {
  const { kind, programme, adcode, from, to, joinable } = query;
  if (kind === 'holiday') return [];
  const now = service.now();
  let rows = service.store.read
    .selectFrom('sessions')
    .selectAll()
    .where('ends_at', '>', instantOf(from ?? addDays(dayAt(now), -30)))
    .orderBy('starts_at')
    .limit(1000);
  if (kind) rows = rows.where('kind', '=', kind);
  if (programme) rows = rows.where('programme_id', '=', programme);
  if (adcode) rows = rows.where('adcode', '=', adcode);
  if (to) rows = rows.where('starts_at', '<', instantOf(addDays(to, 1)));
  const found = await rows.execute();
  return joinable ? found.filter((row) => ['open', 'waitlist'].includes(viewOf(sessionCounts(row), now))) : found;
}

export const calendarOperations = [
  operation({
    method: 'GET',
    tag: 'calendar',
    auth: 'none',
    path: '/api/v1/calendar.ics',
    id: 'getCalendar',
    summary: '日历订阅（RFC 5545），可按类别、项目、区县、日期和还能不能报名筛选；kind=holiday 只要放假和调休',
    query: CalendarQuery,
    answers: { 200: { description: '日历', mediaType: 'text/calendar' }, 304: { description: '没有变' } },
    problems: ['invalid', 'unavailable'],
    handle: async ({ service, request, reply, query }) => {
      const calendar = ical({
        name: '渝工随行',
        prodId: { company: 'yugong', product: 'yugong', language: 'ZH' },
        method: ICalCalendarMethod.PUBLISH,
        ttl: 3600,
      });
      calendar.timezone({ name: null, generator: () => VTIMEZONE });
      // The same all day, so that an unchanged calendar is the same text and its ETag holds.
      const stamp = day(dayAt(service.now()));
      for (const event of eventsOf(service, query)) addEvent(calendar, event, stamp);
      for (const session of await sessionsOf(service, query)) addSession(calendar, session, stamp);
      if (query.kind === 'holiday') addHolidays(calendar, service, query, stamp);
      void reply.type('text/calendar; charset=utf-8');
      return sendTagged(request, reply, calendar.toString());
    },
  }),
];
