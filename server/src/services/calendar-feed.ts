/**
 * The calendar that phones subscribe to (RFC 5545, with the properties of RFC 7986 that say what it is called and how
 * often to look).
 *
 * A text is made once a version and filter, and its version is found without making it: who asks again for what hasn't
 * changed costs one small query.
 */
import { sayVenue } from '@yugong/domain/session/venue';
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import ical, { foldLines, ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { endsAtOf, startsAtOf } from '@yugong/domain/agenda';
import { addDays, dayAt, daysBetween, type Day } from '@yugong/domain/calendar';
import { announcedUntil, holidaySpans, namedStatutoryHolidays } from '@yugong/domain/holiday';
import { viewOf } from '@yugong/domain/registration';
import type { CalendarQuery } from '@yugong/domain/session/wire';
import { instantOf } from '@yugong/domain/time';
import { occurrencesOf } from '@yugong/domain/event/occurrences';
import type { RecordOf } from '@yugong/content/schema';
import { sha256 } from '../crypto/ids';
import { mapInTurns } from '../kernel/turns';
import type { Service } from '../kernel/context';
import type { SessionRow } from '../kernel/schema';
import { sessionCounts } from './sessions';

dayjs.extend(utc);
dayjs.extend(timezone);

type Event = RecordOf<'events'>;
type Calendar = ReturnType<typeof ical>;
type Reading = Pick<Service, 'store' | 'content' | 'now'>;

/** A calendar in one version. */
export interface CalendarFeed {
  /** The same as long as nobody would read anything else. */
  version: string;
  /** The text, made when it is first wanted. */
  text: () => Promise<string>;
}

const ZONE = 'Asia/Shanghai';
const MAX_SESSIONS_IN_FEED = 1000;
/** Filters are few, and what somebody makes up is soon forgotten again. */
const MAX_TEXTS_KEPT = 64;
const SESSION_PAGE = '/features/events/pages/detail/index';
const CALENDAR_PAGE = '/pages/calendar/index';

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

/** What every entry of one text has in common. */
interface Writing {
  calendar: Calendar;
  /** When the text is made: with a METHOD, DTSTAMP is that and not the entry's last change (RFC 5545 3.8.7.2). */
  stamp: Date;
  /** Where the app is, such as `https://yugong.example`. */
  origin: string;
  /** The first day that is still of interest. */
  from: Day;
}

const pageOf = (origin: string, id: string): string => `${origin}${SESSION_PAGE}?id=${encodeURIComponent(id)}`;

/**
 * An event, once for its rule and once for each further day: RDATE is what many phones don't know. Only a rule needs
 * Chongqing's own zone; an instant in UTC is read alike by all.
 */
function addEvent({ calendar, stamp, origin, from }: Writing, event: Event): void {
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
      url: pageOf(origin, id),
      ...(event.place ? { location: event.place } : {}),
    });
  };
  const isPast = (first: string): boolean => addDays(end, daysBetween(start, first)) < from;
  if (rrule) add(id, start).repeating(recurrence(event));
  else if (!exdates.includes(start) && !isPast(start)) add(id, start);
  for (const date of rdates) if (!isPast(date)) add(`${id}-${date}`, date);
}

/**
 * A session. One that was called off stays in and says so in its title, with the union's reason: few calendars show
 * STATUS:CANCELLED, and an entry that just goes away is seen by nobody.
 */
function addSession({ calendar, stamp, origin }: Writing, session: SessionRow): void {
  const { id, title, note, notice, state, revision, changed_at } = session;
  const isCancelled = state === 'cancelled';
  const reason = notice?.replace(/[。.]$/, '') ?? null;
  calendar.createEvent({
    id: `${id}@yugong`,
    start: new Date(Number(session.starts_at)),
    end: new Date(Number(session.ends_at)),
    stamp,
    sequence: revision,
    ...(changed_at === null ? {} : { lastModified: new Date(Number(changed_at)) }),
    summary: isCancelled ? `已取消：${title}${reason === null ? '' : `（${reason}）`}` : title,
    location: sayVenue(session),
    url: pageOf(origin, id),
    description: [isCancelled ? '请不要前往。' : null, notice && `工会通知：${notice}`, note]
      .filter(Boolean)
      .join('\n'),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/**
 * Days off in a row, and each day worked for them; of the year after those that are announced, the days that the law
 * fixes, each saying that the notice isn't out.
 */
function addHolidays({ calendar, stamp, from }: Writing, { content }: Reading, to: Day | undefined): void {
  const { holidays } = content.dataset();
  const days = holidays.flatMap((year) => year.days);
  const unannounced = Number(announcedUntil(holidays.map(({ year }) => year)).slice(0, 4)) + 1;
  const fixed = namedStatutoryHolidays(unannounced).map((day) => ({ ...day, off: true }));
  const spans = [
    ...holidaySpans(days).map((span) => ({ ...span, title: `${span.name}放假` })),
    ...holidaySpans(fixed).map((span) => ({ ...span, title: `${span.name}，法定节假日（调休安排还没公布）` })),
    ...days
      .filter(({ off }) => !off)
      .map(({ date, name }) => ({ start: date, end: date, title: `${name}调休，要上班` })),
  ];
  for (const { start, end, title } of spans) {
    if ((to && start > to) || end < from) continue;
    const id = `holiday-${start}@yugong`;
    calendar.createEvent({ id, start: day(start), end: day(addDays(end, 1)), allDay: true, stamp, summary: title });
  }
}

/**
 * Does anybody say that it is held in Chongqing? A custom of other provinces' unions that names neither a place nor a
 * district nor an organiser here stands in the app with its caveat, and in nobody's own calendar.
 */
const isHeldHere = ({ place, organiser, adcode }: Event): boolean =>
  place !== null || organiser !== null || adcode !== undefined;

/** The content has events, never screenings, no programmes of the service's, and nothing to sign up for. */
const eventsOf = ({ content }: Reading, { kind, programme, adcode, to, joinable }: CalendarQuery, from: Day): Event[] =>
  content.dataset().events.filter(
    (one) =>
      (kind === undefined || kind === 'event') &&
      !programme &&
      !joinable &&
      isHeldHere(one) &&
      // What is the whole city's is every district's, as in the app.
      (!adcode || !one.adcode || one.adcode === adcode) &&
      occurrencesOf(one).some(({ start, end }) => end >= from && (!to || start <= to)),
  );

/** The sessions that the query asks for, from a day on; whether one can still join them isn't in the database. */
function wantedSessions({ store, now }: Reading, { kind, programme, adcode, to }: CalendarQuery, from: Day) {
  let rows = store.read.selectFrom('sessions').where('public_from', '<=', now()).where('ends_at', '>', instantOf(from));
  if (kind && kind !== 'holiday') rows = rows.where('kind', '=', kind);
  if (programme) rows = rows.where('programme_id', '=', programme);
  if (adcode) rows = rows.where('adcode', '=', adcode);
  return to ? rows.where('starts_at', '<', instantOf(addDays(to, 1))) : rows;
}

const isJoinable = (row: Parameters<typeof sessionCounts>[0], now: number): boolean =>
  ['open', 'waitlist'].includes(viewOf(sessionCounts(row), now));

/**
 * Says in few words which sessions there are in which revision. Any change of one raises its revision, a new one has a
 * later change than all others, and one that is over lowers the count.
 */
async function stateOfSessions(reading: Reading, query: CalendarQuery, from: Day): Promise<unknown> {
  if (query.kind === 'holiday') return null;
  const wanted = wantedSessions(reading, query, from);
  if (!query.joinable)
    return wanted
      .select(({ fn }) => [
        fn.countAll().as('count'),
        fn.sum('revision').as('revisions'),
        fn.max('changed_at').as('changedAt'),
        // One that becomes public at a time of its own changes nothing else.
        fn.max('public_from').as('publicFrom'),
      ])
      .executeTakeFirst();
  // Which ones have a seat changes with every sign-up.
  const rows = await wanted
    .select(['id', 'revision', 'changed_at', 'state', 'capacity', 'waitlist_size', 'held', 'waiting'])
    .select(['opens_at', 'closes_at', 'ends_at'])
    .orderBy('starts_at')
    .orderBy('id')
    .limit(MAX_SESSIONS_IN_FEED)
    .execute();
  const now = reading.now();
  return rows.filter((row) => isJoinable(row, now)).map((row) => [row.id, row.revision, row.changed_at]);
}

async function write(
  reading: Reading,
  query: CalendarQuery,
  { origin, from }: { origin: string; from: Day },
): Promise<string> {
  const calendar = ical({
    name: '渝工随行',
    prodId: { company: 'yugong', product: 'yugong', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // REFRESH-INTERVAL of RFC 7986 5.7.
    ttl: 3600,
    url: `${origin}${CALENDAR_PAGE}`,
  });
  calendar.timezone({ name: null, generator: () => VTIMEZONE });
  const writing = { calendar, stamp: new Date(reading.now()), origin, from };
  for (const event of eventsOf(reading, query, from)) addEvent(writing, event);
  if (query.kind !== 'holiday') {
    const wanted = wantedSessions(reading, query, from).selectAll().orderBy('starts_at').orderBy('id');
    const now = reading.now();
    await mapInTurns(await wanted.limit(MAX_SESSIONS_IN_FEED).execute(), (session) => {
      if (!query.joinable || isJoinable(session, now)) addSession(writing, session);
    });
  }
  if (query.kind === 'holiday') addHolidays(writing, reading, query.to);
  // The library joins lines; RFC 5545 3.1 ends each of them, the last one too.
  return `${await textOf(calendar)}\r\n`;
}

/** The calendar's text, an entry at a time: a year of sessions takes hundreds of milliseconds of the serving thread. */
async function textOf(calendar: ICalCalendar): Promise<string> {
  const events = calendar.events();
  // Lines of at most 75 octets, RFC 5545 3.1.
  const entries = await mapInTurns(events, (event) => foldLines(event.toString()));
  // One entry stays for what the calendar says once: the time zone, where any entry has one.
  const one = events.find((event) => event.timezone() !== null) ?? events[0];
  calendar.clear();
  if (one) calendar.createEvent(one);
  return calendar
    .toString()
    .replace(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, () => entries.map((one) => `${one}\r\n`).join(''));
}

/** Texts by their version, of every store that is open; the one that nobody has asked for longest goes first. */
const texts = new WeakMap<Service['store'], Map<string, Promise<string>>>();

function keptText({ store }: Reading, version: string, make: () => Promise<string>): Promise<string> {
  const known = texts.get(store) ?? new Map<string, Promise<string>>();
  texts.set(store, known);
  const text = known.get(version) ?? make();
  known.delete(version);
  known.set(version, text);
  // What a database that is away made fail is made again the next time.
  text.catch(() => known.delete(version));
  for (const oldest of known.keys()) {
    if (known.size <= MAX_TEXTS_KEPT) break;
    known.delete(oldest);
  }
  return text;
}

/**
 * The calendar by a filter, from today on unless the filter says otherwise.
 *
 * @param origin where the app is, for the entries' links, such as `https://yugong.example`
 */
export async function calendarFeed(reading: Reading, query: CalendarQuery, origin: string): Promise<CalendarFeed> {
  const from = query.from ?? dayAt(reading.now());
  const sessions = await stateOfSessions(reading, query, from);
  const editions = (['events', 'holidays'] as const).map((name) => reading.content.collection(name)?.version);
  const version = sha256(JSON.stringify([query, origin, from, editions, sessions])).slice(0, 22);
  return { version, text: () => keptText(reading, version, () => write(reading, query, { origin, from })) };
}
