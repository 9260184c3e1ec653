/** Times as people say them, exact for those who ask. */
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import { MINUTE } from '@yugong/domain/time';

/** 今天 9:30, 本周四 14:00, 11月13日 周三. @param at ISO 8601 or milliseconds */
export function sayTime(at: string | number, now = Date.now()): string {
  const instant = typeof at === 'number' ? at : Date.parse(at);
  return `${sayDay(dayAt(instant), dayAt(now))} ${timeAt(instant).replace(/^0/, '')}`;
}

/** 本周四 9:00–11:30. */
export function sayWindow(startsAt: string, endsAt: string, now = Date.now()): string {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const first = sayTime(start, now);
  return dayAt(start) === dayAt(end) ? `${first}–${timeAt(end).replace(/^0/, '')}` : `${first} 至 ${sayTime(end, now)}`;
}

/** How long ago: 刚刚, 5 分钟前, 3 小时前, then the day. */
export function sayAgo(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / MINUTE);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} 小时前` : sayTime(at, now);
}

/** 2026-11-25 09:30:00, for the record. */
export const exactTime = (at: string): string => `${dayAt(Date.parse(at))} ${timeAt(Date.parse(at))}`;

export const When = ({ at, ago = false }: { at: string; ago?: boolean }) => (
  <time dateTime={at} title={exactTime(at)} className="figures">
    {ago ? sayAgo(at) : sayTime(at)}
  </time>
);
