/**
 * The calendar that phones subscribe to (RFC 5545, with the properties of RFC 7986 that say what it is called and how
 * often to look).
 *
 * A text is made once a version and filter, and its version is found without making it: who asks again for what hasn't
 * changed costs one small query. Its entries are kept as well, so that a filter that nobody has asked for yet, of which
 * anybody can make up any number, costs a query and the joining of texts.
 */
import { sayVenue } from '@yugong/domain/session/venue';
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import ical, {
  foldLines,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
  type ICalCalendarData,
  type ICalEventData,
} from 'ical-generator';
import { endsAtOf, startsAtOf } from '@yugong/domain/agenda';
import { addDays, dayAt, daysBetween, type Day } from '@yugong/domain/calendar';
import { announcedUntil, holidaySpans, namedStatutoryHolidays } from '@yugong/domain/holiday';
import { viewOf } from '@yugong/domain/registration';
import type { CalendarQuery } from '@yugong/domain/session/wire';
import { instantOf } from '@yugong/domain/time';
import { occurrencesOf, type Occurrence } from '@yugong/domain/event/occurrences';
import type { RecordOf } from '@yugong/content/schema';
import { lastChanges, type LastChange } from '../content/last-changes';
import { shippedChanges } from '../content/shipped-changes';
import { sha256 } from '../crypto/ids';
import { mapInTurns } from '../kernel/turns';
import type { Service } from '../kernel/context';
import type { SessionRow } from '../kernel/schema';
import { sessionCounts } from './sessions';

dayjs.extend(utc);
dayjs.extend(timezone);

type Event = RecordOf<'events'>;
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
/** The usual filters are few, and what somebody makes up is soon forgotten again. */
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

/** Where the app is, such as `https://yugong.example`; null where nobody has said it, and entries have no links. */
type Origin = string | null;

const pageOf = (origin: Origin, id: string): { url?: string } =>
  origin === null ? {} : { url: `${origin}${SESSION_PAGE}?id=${encodeURIComponent(id)}` };

/** A calendar that says the zone of its entries itself. */
function newCalendar(data: ICalCalendarData = {}): ICalCalendar {
  const calendar = ical(data);
  calendar.timezone({ name: null, generator: () => VTIMEZONE });
  return calendar;
}

/** An entry as it is written but for DTSTAMP, which says when the text was made that it is in. */
interface Entry {
  beforeStamp: string;
  afterStamp: string;
  /** Does it need the time zone that the calendar defines once for all? */
  isZoned: boolean;
}

/** Writing an entry is what a calendar costs, a third of a millisecond: an entry is written once and kept. */
function writeEntry(data: Omit<ICalEventData, 'stamp'>): Entry {
  const event = newCalendar().createEvent({ ...data, stamp: new Date(0) });
  // Lines of at most 75 octets, RFC 5545 3.1.
  const text = foldLines(event.toString());
  const [stamp = ''] = /^DTSTAMP:.*$/m.exec(text) ?? [];
  const at = text.indexOf(stamp);
  return {
    beforeStamp: text.slice(0, at),
    afterStamp: text.slice(at + stamp.trimEnd().length),
    isZoned: event.timezone() !== null,
  };
}

/** What a calendar shows of an event of the content. */
const shownOf = (record: { id: string } & Partial<Event>): object => {
  const { title, summary, caveat, audience, start, end, rrule, exdates, rdates, time, place } = record;
  return { title, summary, caveat, audience, start, end, rrule, exdates, rdates, time, place };
};

/**
 * The events' last changes, whoever made them: publications, but none that isn't served yet, so that none is taken for
 * shown before it is; and releases. Both only rise, and so does their sum.
 */
async function changesOfEvents({ store, content, now }: Reading): Promise<ReadonlyMap<string, LastChange>> {
  const collection = 'events' as const;
  const base = content.base().events;
  const upTo = content.collection(collection)?.revision ?? 0;
  const [published, shipped] = await Promise.all([
    lastChanges(store, { collection, base, upTo, seen: shownOf }),
    shippedChanges({ store, now }, { collection, records: base, seen: shownOf }),
  ]);
  const changes = new Map(published);
  for (const [id, { times, at }] of shipped) {
    const other = published.get(id);
    changes.set(id, { revision: (other?.revision ?? 0) + times, at: Math.max(other?.at ?? 0, at) });
  }
  return changes;
}

/** An event of the content once for its rule and once for each further day: each with its first and last day. */
interface EventEntry {
  entry: Entry;
  /** Null of a rule, which may go on for ever. */
  last: Day | null;
}

/**
 * RDATE is what many phones don't know, so a further day is an entry of its own. Only a rule needs Chongqing's own zone;
 * an instant in UTC is read alike by all. SEQUENCE rises with each
 * publication and each release in which the event reads otherwise.
 */
function writeEvent(event: Event, origin: Origin, change: LastChange | undefined): EventEntry[] {
  const { id, start, end = start, rrule, exdates = [], rdates = [], time = null } = event;
  const lastOf = (first: string): Day => addDays(end, daysBetween(start, first));
  const write = (uid: string, first: string): Entry => {
    const span = { start: first, end: lastOf(first), time };
    // The last day is inclusive here and exclusive in iCalendar.
    const whole = { start: day(span.start), end: day(addDays(span.end, 1)), allDay: true };
    const zoned = { start: local(startsAtOf(span)), end: local(endsAtOf(span)), timezone: ZONE };
    const instants = { start: new Date(startsAtOf(span)), end: new Date(endsAtOf(span)) };
    const isRule = uid === id && rrule !== undefined;
    return writeEntry({
      id: `${uid}@yugong`,
      ...(time === null ? whole : isRule ? zoned : instants),
      ...(isRule ? { repeating: recurrence(event) } : {}),
      sequence: change?.revision ?? 0,
      ...(change ? { lastModified: new Date(change.at) } : {}),
      summary: event.title,
      description: [event.summary, event.caveat, event.audience && `面向：${event.audience}`]
        .filter(Boolean)
        .join('\n'),
      ...pageOf(origin, id),
      ...(event.place ? { location: event.place } : {}),
    });
  };
  const isOnFirstDay = rrule !== undefined || !exdates.includes(start);
  return [
    ...(isOnFirstDay ? [{ entry: write(id, start), last: rrule === undefined ? lastOf(start) : null }] : []),
    ...rdates.map((date) => ({ entry: write(`${id}-${date}`, date), last: lastOf(date) })),
  ];
}

/** What is worked out of an event once for as long as it is served as it is. */
interface KnownEvent {
  occurrences: Occurrence[];
  /** By the app's address and the last change. */
  entries: Map<string, EventEntry[]>;
}
const knownEvents = new WeakMap<Event, KnownEvent>();

function knownEvent(event: Event): KnownEvent {
  const known = knownEvents.get(event) ?? { occurrences: occurrencesOf(event), entries: new Map() };
  knownEvents.set(event, known);
  return known;
}

function entriesOf(event: Event, origin: Origin, from: Day, change: LastChange | undefined): Entry[] {
  const { entries } = knownEvent(event);
  const key = `${origin} ${change?.revision}`;
  const written = entries.get(key) ?? writeEvent(event, origin, change);
  entries.set(key, written);
  return written.filter(({ last }) => last === null || last >= from).map(({ entry }) => entry);
}

/**
 * A session. One that was called off stays in and says so in its title, with the union's reason: few calendars show
 * STATUS:CANCELLED, and an entry that just goes away is seen by nobody.
 */
function writeSession(session: SessionRow, origin: Origin): Entry {
  const { id, title, note, notice, state, revision, changed_at } = session;
  const isCancelled = state === 'cancelled';
  const reason = notice?.replace(/[。.]$/, '') ?? null;
  return writeEntry({
    id: `${id}@yugong`,
    start: new Date(Number(session.starts_at)),
    end: new Date(Number(session.ends_at)),
    sequence: revision,
    ...(changed_at === null ? {} : { lastModified: new Date(Number(changed_at)) }),
    summary: isCancelled ? `已取消：${title}${reason === null ? '' : `（${reason}）`}` : title,
    location: sayVenue(session),
    ...pageOf(origin, id),
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
function writeHolidays({ content }: Reading, from: Day, to: Day | undefined): Entry[] {
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
  return spans
    .filter(({ start, end }) => !(to && start > to) && end >= from)
    .map(({ start, end, title }) =>
      writeEntry({
        id: `holiday-${start}@yugong`,
        start: day(start),
        end: day(addDays(end, 1)),
        allDay: true,
        summary: title,
      }),
    );
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
      knownEvent(one).occurrences.some(({ start, end }) => end >= from && (!to || start <= to)),
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

/** Sessions' entries at most that are kept of a store: those of several years. */
const MAX_ENTRIES_KEPT = 4000;

/** Values by their version; the one that nobody has asked for longest goes first. */
class Kept<T> {
  private readonly values = new Map<string, T>();

  constructor(private readonly limit: number) {}

  get(version: string): T | undefined {
    const value = this.values.get(version);
    if (value === undefined) return undefined;
    this.values.delete(version);
    this.values.set(version, value);
    return value;
  }

  keep(version: string, value: T): T {
    this.values.set(version, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.limit) break;
      this.values.delete(oldest);
    }
    return value;
  }

  forget(version: string): void {
    this.values.delete(version);
  }
}

/** Of every store that is open: whole texts, and the sessions' entries that made-up filters are put together from. */
const kept = new WeakMap<Service['store'], { texts: Kept<Promise<string>>; entries: Kept<Entry> }>();

function keptOf({ store }: Reading) {
  const known = kept.get(store) ?? { texts: new Kept(MAX_TEXTS_KEPT), entries: new Kept(MAX_ENTRIES_KEPT) };
  kept.set(store, known);
  return known;
}

/** Rows that are read at once of what isn't kept. */
const ROWS_READ = 500;

/** The entries of the sessions that are wanted, in their order; only those that nobody has asked for yet are written. */
async function entriesOfSessions(reading: Reading, query: CalendarQuery, from: Day, origin: Origin): Promise<Entry[]> {
  const { entries } = keptOf(reading);
  const now = reading.now();
  const wanted = (
    await wantedSessions(reading, query, from)
      .select(['id', 'revision', 'changed_at', 'state', 'capacity', 'waitlist_size', 'held', 'waiting'])
      .select(['opens_at', 'closes_at', 'ends_at'])
      .orderBy('starts_at')
      .orderBy('id')
      .limit(MAX_SESSIONS_IN_FEED)
      .execute()
  )
    .filter((row) => !query.joinable || isJoinable(row, now))
    .map((row) => ({ id: row.id, version: `${row.id} ${row.revision} ${row.changed_at} ${origin}` }));
  const known = new Map(wanted.map(({ id, version }) => [id, entries.get(version)]));
  const missing = wanted.filter(({ id }) => known.get(id) === undefined);
  for (let at = 0; at < missing.length; at += ROWS_READ) {
    const some = new Map(missing.slice(at, at + ROWS_READ).map(({ id, version }) => [id, version]));
    const rows = await reading.store.read
      .selectFrom('sessions')
      .selectAll()
      .where('id', 'in', [...some.keys()])
      .execute();
    await mapInTurns(rows, (row) => {
      const entry = writeSession(row, origin);
      known.set(row.id, entry);
      // One that changed meanwhile is of another version than this.
      if (some.get(row.id) === `${row.id} ${row.revision} ${row.changed_at} ${origin}`)
        entries.keep(some.get(row.id) ?? '', entry);
    });
  }
  return wanted.flatMap(({ id }) => known.get(id) ?? []);
}

async function write(
  reading: Reading,
  query: CalendarQuery,
  { origin, from }: { origin: Origin; from: Day },
): Promise<string> {
  const events = eventsOf(reading, query, from);
  const changes = events.length === 0 ? new Map<string, LastChange>() : await changesOfEvents(reading);
  const entries = [
    ...(await mapInTurns(events, (event) => entriesOf(event, origin, from, changes.get(event.id)))).flat(),
    ...(query.kind === 'holiday'
      ? writeHolidays(reading, from, query.to)
      : await entriesOfSessions(reading, query, from, origin)),
  ];
  const calendar = newCalendar({
    name: '渝工随行',
    prodId: { company: 'yugong', product: 'yugong', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // REFRESH-INTERVAL of RFC 7986 5.7.
    ttl: 3600,
    ...(origin === null ? {} : { url: `${origin}${CALENDAR_PAGE}` }),
  });
  // An entry stands for all of them while the calendar says what it says once: its time zone, where one needs it.
  const start = new Date(0);
  if (entries.length > 0)
    calendar.createEvent({ start, ...(entries.some(({ isZoned }) => isZoned) ? { timezone: ZONE } : {}) });
  // With a METHOD, DTSTAMP is when the text was made and not the entry's last change (RFC 5545 3.8.7.2).
  const stamp = `DTSTAMP:${new Date(reading.now()).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const written = entries.map(({ beforeStamp, afterStamp }) => `${beforeStamp}${stamp}${afterStamp}\r\n`).join('');
  // The library joins lines; RFC 5545 3.1 ends each of them, the last one too.
  return `${calendar.toString().replace(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, () => written)}\r\n`;
}

function keptText(reading: Reading, version: string, make: () => Promise<string>): Promise<string> {
  const { texts } = keptOf(reading);
  const known = texts.get(version);
  if (known !== undefined) return known;
  const text = texts.keep(version, make());
  // What a database that is away made fail is made again the next time.
  text.catch(() => texts.forget(version));
  return text;
}

/**
 * The calendar by a filter, from today on unless the filter says otherwise.
 *
 * @param origin where the app is, for the entries' links
 */
export async function calendarFeed(reading: Reading, query: CalendarQuery, origin: Origin): Promise<CalendarFeed> {
  const from = query.from ?? dayAt(reading.now());
  const sessions = await stateOfSessions(reading, query, from);
  // An event that was changed and changed back reads as before, and is told as changed all the same.
  const editions = (['events', 'holidays'] as const).map((name) => {
    const collection = reading.content.collection(name);
    return [collection?.version, collection?.revision];
  });
  const version = sha256(JSON.stringify([query, origin, from, editions, sessions])).slice(0, 22);
  return { version, text: () => keptText(reading, version, () => write(reading, query, { origin, from })) };
}
