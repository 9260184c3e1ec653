/** Expands RFC 5545 recurrence at build time: the phone only compares days. */
import { RRule } from 'rrule';
import type { Occurrence } from '../../src/content/bundle';

/** The calendar's horizon: recurring events are listed up to this day. */
export const HORIZON = '2029-12-31';
const DAY = 86_400_000;

const instant = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Every time the event takes place, in order; each as long as the first. */
export function occurrencesOf(event: {
  start: string;
  end?: string | undefined;
  rrule?: string | undefined;
}): Occurrence[] {
  const length = instant(event.end ?? event.start).getTime() - instant(event.start).getTime();
  if (!event.rrule) return [{ start: event.start, end: event.end ?? event.start }];
  const rule = new RRule({ ...RRule.parseString(event.rrule), dtstart: instant(event.start) });
  return rule
    .between(instant(event.start), new Date(instant(HORIZON).getTime() + DAY), true)
    .map((date) => ({ start: dayOf(date), end: dayOf(new Date(date.getTime() + length)) }));
}
