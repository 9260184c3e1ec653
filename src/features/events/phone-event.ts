/** Events and sessions as dates for the phone's calendar, with an alarm. */
import type { EventItem } from '@yugong/content/bundle';
import type { Occurrence } from '@yugong/domain/event/occurrences';
import { endsAtOf, startsAtOf, type Span } from '@yugong/domain/agenda';
import { sayVenue } from '@yugong/domain/session/venue';
import type { SessionWire } from '@yugong/domain/session/wire';
import type { PhoneEvent } from '@/platform/phone-calendar';

/** When it rings, minutes before the beginning; of whole days before their first midnight. Null: it doesn't. */
export interface Alarm {
  text: string;
  minutes: number | null;
}

const HOUR = 60;

export const timedAlarms: readonly Alarm[] = [
  { text: '提前 1 小时', minutes: HOUR },
  { text: '提前 1 天', minutes: 24 * HOUR },
  { text: '不提醒', minutes: null },
];
/** A whole day has no time to count back from: an evening and a morning are what people ask for. */
export const wholeDayAlarms: readonly Alarm[] = [
  { text: '前一天 20:00', minutes: 4 * HOUR },
  { text: '前一天 9:00', minutes: 15 * HOUR },
  { text: '不提醒', minutes: null },
];

export const alarmsFor = ({ allDay }: Pick<PhoneEvent, 'allDay'>): readonly Alarm[] =>
  allDay ? wholeDayAlarms : timedAlarms;

/** One time of an event; its id and first day make the date's, so that a second tap replaces and doesn't double. */
export function phoneEventOf(event: EventItem, when: Occurrence): PhoneEvent {
  const span: Span = { ...when, time: event.time ?? null };
  return {
    uid: `${event.id}-${when.start}`,
    title: event.title,
    startsAt: startsAtOf(span),
    endsAt: endsAtOf(span),
    allDay: span.time === null,
    place: event.place ?? undefined,
    notes: [event.summary, event.caveat].filter(Boolean).join('\n'),
  };
}

export const phoneSessionOf = (session: SessionWire): PhoneEvent => {
  const { id, title, note, startsAt, endsAt } = session;
  return {
    uid: id,
    title,
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    place: sayVenue(session),
    notes: note ?? undefined,
  };
};
