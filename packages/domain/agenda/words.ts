/** A stretch of time in words, for a page that is about it alone. */
import { sayDate, sayDay, saySpan, weekdayName, type Day } from '../calendar';
import { spanOf } from './span';
import type { Span } from './types';

/** A day by its everyday name, and which it is exactly: 本周四（12月3日）, 12月18日 周五. */
export function sayExactDay(day: Day, today: Day): string {
  const said = sayDay(day, today);
  const date = sayDate(day, today);
  return said === `${date} ${weekdayName(day)}`
    ? said
    : `${said}（${date}${said.includes('周') ? '' : ` ${weekdayName(day)}`}）`;
}

/**
 * When it is, with days and times.
 *
 * @example
 * sayWhen({ start: '2026-12-18', end: '2026-12-18', time: { from: '19:00', to: '21:00' } }, '2026-11-23')
 * // '12月18日 周五 19:00–21:00'
 * sayWhen({ start: '2026-12-31', end: '2027-01-01', time: { from: '22:00', to: '00:30' } }, '2026-11-23')
 * // '12月31日 周四 22:00 到 2027年1月1日 周五 00:30'
 */
export function sayTimeSpan({ start, end, time }: Span, today: Day): string {
  if (time === null) return start === end ? sayExactDay(start, today) : saySpan(start, end, today);
  const first = before(sayExactDay(start, today));
  if (start !== end) return `${first}${time.from} 到 ${before(sayExactDay(end, today))}${time.to ?? ''}`.trim();
  return `${first}${time.to === null ? `${time.from} 开始` : `${time.from}–${time.to}`}`;
}

/** A day before a time: a bracket is blank enough. */
const before = (day: string): string => (day.endsWith('）') ? day : `${day} `);

/** As {@link sayTimeSpan}, from instants as the service writes them. */
export const sayTimes = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, today: Day): string =>
  sayTimeSpan(spanOf(Date.parse(startsAt), Date.parse(endsAt)), today);

/** One instant: 明天 09:00. @param at ISO 8601 */
export function sayInstant(at: string, today: Day): string {
  const { start, time } = spanOf(Date.parse(at), Date.parse(at));
  return `${sayDay(start, today)} ${time?.from ?? ''}`;
}
