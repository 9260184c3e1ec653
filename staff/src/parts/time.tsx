/** Times as people say them, with the exact time in the tooltip. */
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import { MINUTE } from '@yugong/domain/time';

/** Formats a time as 今天 9:30, 本周四 14:00 or 11月13日 周三 8:00. @param at ISO 8601 or milliseconds */
export function formatTime(at: string | number, now = Date.now()): string {
  const instant = typeof at === 'number' ? at : Date.parse(at);
  return `${sayDay(dayAt(instant), dayAt(now))} ${timeAt(instant).replace(/^0/, '')}`;
}

/** Formats a time range as 本周四 9:00–11:30. */
export function formatTimeRange(startsAt: string, endsAt: string, now = Date.now()): string {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const first = formatTime(start, now);
  return dayAt(start) === dayAt(end)
    ? `${first}–${timeAt(end).replace(/^0/, '')}`
    : `${first} 至 ${formatTime(end, now)}`;
}

/** Says how long ago: 刚刚, 5 分钟前, 3 小时前, then the day. */
export function timeAgo(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / MINUTE);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} 小时前` : formatTime(at, now);
}

/** Formats a time as 2026-11-25 09:30. */
export const exactTime = (at: string): string => `${dayAt(Date.parse(at))} ${timeAt(Date.parse(at))}`;

export const TimeText = ({ at, ago = false }: { at: string; ago?: boolean }) => (
  <time dateTime={at} title={exactTime(at)} className="figures">
    {ago ? timeAgo(at) : formatTime(at)}
  </time>
);
