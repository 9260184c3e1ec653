/** From instants to days and times at +08:00, and how they read. */
import { addDays, dayAt, daysBetween, timeAt, type Day } from '../calendar';
import { MINUTE, HOUR, DAY, CHONGQING_OFFSET, instantOf } from '../time';
import type { Span } from './types';

/**
 * The days and times of a stretch of time. One that ends at midnight belongs to the day before, and ends
 * there at 24:00.
 *
 * @param startsAt milliseconds since the epoch
 * @example
 * spanOf(Date.parse('2026-12-31T22:00:00+08:00'), Date.parse('2027-01-01T00:30:00+08:00'))
 * // { start: '2026-12-31', end: '2027-01-01', time: { from: '22:00', to: '00:30' } }
 */
export function spanOf(startsAt: number, endsAt: number): Span {
  const start = dayAt(startsAt);
  const last = dayAt(endsAt);
  const atMidnight = (endsAt + CHONGQING_OFFSET) % DAY === 0 && last > start;
  const end = atMidnight ? addDays(last, -1) : last;
  return { start, end, time: { from: timeAt(startsAt), to: atMidnight ? '24:00' : timeAt(endsAt) } };
}

/** Is it on that day, wholly or in part? */
export const isOnDay = ({ start, end }: Span, day: Day): boolean => start <= day && day <= end;

/** Is it over at that instant? What has no end of its own is over with its last day. */
export function hasEnded({ end, time }: Span, now: number): boolean {
  const today = dayAt(now);
  if (end !== today || !time?.to) return end < today;
  return time.to <= timeAt(now);
}

/**
 * When it is, as far as it concerns one day: 全天, 19:00–21:00, 22:00 起, 到 02:00, 共 7 天 on the first, 第 3 天 later.
 *
 * @example sayTimeOn(span, '2027-01-01') // '到 00:30'
 */
export function sayTimeOn({ start, end, time }: Span, day: Day): string {
  const first = day === start;
  const last = day === end;
  const days = daysBetween(start, end) + 1;
  if (time === null && first) return days === 1 ? '全天' : `共 ${days} 天`;
  if (time === null) return `第 ${daysBetween(start, day) + 1} 天`;
  if (first && last) return time.to === null ? `${time.from} 起` : `${time.from}–${time.to}`;
  if (first) return `${time.from} 起`;
  if (last && time.to !== null) return `到 ${time.to}`;
  return `第 ${daysBetween(start, day) + 1} 天`;
}

/** The instant something begins; of whole days their first midnight. Milliseconds since the epoch. */
export const startsAtOf = ({ start, time }: Span): number => instantOf(start, time?.from ?? '00:00');

/** The instant it ends; where no source says when, an hour after it began, of whole days the last minute. */
export function endsAtOf(span: Span): number {
  if (span.time === null) return instantOf(addDays(span.end, 1)) - MINUTE;
  if (span.time.to === null) return startsAtOf(span) + HOUR;
  const midnight = instantOf(span.end);
  const [hours = 0, minutes = 0] = span.time.to.split(':').map(Number);
  return midnight + (hours * 60 + minutes) * MINUTE;
}
