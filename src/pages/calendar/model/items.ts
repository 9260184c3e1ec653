/** Lines of the calendar, from what each source says. */
import type { CalendarTable } from '@yugong/content/bundle';
import { spanOf, type AgendaItem } from '@yugong/domain/agenda';
import { addDays, type Day } from '@yugong/domain/calendar';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import { sessionStateLabels, summarizeSession } from '@yugong/domain/session/words';
import type { AppointmentWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { eventUrl, sessionUrl } from '@/features/events';
import { ticketUrl } from '@/features/registration';
import type { MyDate } from '@/platform/my-dates';

/** First and last day that are looked at. */
export interface DayRange {
  from: Day;
  to: Day;
}

const nothingElse = { venue: null, adcode: null, url: null, joinable: false, state: null, demo: false } as const;

/** Every time an event of the content takes place within the range. */
export const eventItems = ({ events }: CalendarTable, { from, to }: DayRange): AgendaItem[] =>
  events.flatMap(({ id, title, place, adcode, time, starts, days }) =>
    starts
      .map((start) => ({ start, end: addDays(start, days - 1) }))
      .filter(({ start, end }) => start <= to && end >= from)
      .map(({ start, end }): AgendaItem => ({
        ...nothingElse,
        key: `${id} ${start}`,
        kind: 'event',
        title,
        start,
        end,
        time,
        venue: place,
        adcode,
        url: eventUrl(id),
      })),
  );

/**
 * Public holidays, and the days worked instead of them; of a year whose notice isn't out, only the days that the law
 * itself fixes.
 */
export const holidayItems = (
  { holidays, workdays, fixedHolidays }: CalendarTable,
  { from, to }: DayRange,
): AgendaItem[] => [
  ...[
    ...holidays.map((span) => ({ ...span, title: `${span.name}放假` })),
    ...fixedHolidays.map((span) => ({ ...span, title: `${span.name}，法定节假日` })),
  ]
    .filter(({ start, end }) => start <= to && end >= from)
    .map(({ title, start, end }): AgendaItem => ({
      ...nothingElse,
      key: `off ${start}`,
      kind: 'holiday',
      title,
      start,
      end,
      time: null,
    })),
  ...workdays
    .filter(({ day }) => day >= from && day <= to)
    .map(({ name, day }): AgendaItem => ({
      ...nothingElse,
      key: `work ${day}`,
      kind: 'workday',
      title: `${name}调休，要上班`,
      start: day,
      end: day,
      time: null,
    })),
];

export const sessionItem = (session: SessionWire, today: Day): AgendaItem => ({
  ...spanOf(Date.parse(session.startsAt), Date.parse(session.endsAt)),
  key: session.id,
  kind: session.kind,
  title: session.title,
  venue: session.place,
  adcode: session.adcode,
  url: sessionUrl(session.id),
  joinable: session.state === 'open' || session.state === 'waitlist',
  state: session.state === 'past' ? null : summarizeSession(session, today).text,
  demo: session.demo,
});

/** A registration of one's own, in place of its session; null where it no longer counts. */
export const registrationItem = ({ id, status, session }: AppointmentWire, today: Day): AgendaItem | null => {
  if (status === 'cancelled') return null;
  return {
    ...sessionItem(session, today),
    key: `registration ${id}`,
    kind: 'registration',
    url: ticketUrl({ registration: id }),
    joinable: false,
    state: session.state === 'cancelled' ? sessionStateLabels.cancelled : registrationStatusLabels[status],
  };
};

export const dateItem = ({ id, title, day, note, url }: MyDate): AgendaItem => ({
  ...nothingElse,
  key: `date ${id}`,
  kind: 'deadline',
  title,
  start: day,
  end: day,
  time: null,
  url,
  state: note,
});

/** The service's part of a range: what I have signed up for stands in place of its session. */
export function servedItems(
  sessions: readonly SessionWire[],
  registrations: readonly AppointmentWire[],
  { from, to }: DayRange,
  today: Day,
): AgendaItem[] {
  const mine = registrations.flatMap((one) => registrationItem(one, today) ?? []);
  const taken = new Set(registrations.filter(({ status }) => status !== 'cancelled').map(({ session }) => session.id));
  return [...mine, ...sessions.filter(({ id }) => !taken.has(id)).map((one) => sessionItem(one, today))].filter(
    ({ start, end }) => start <= to && end >= from,
  );
}
