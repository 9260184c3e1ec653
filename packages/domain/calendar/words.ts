/** Dates as people say them. */
import { addDays, daysBetween, isDay, partsOf, weekStart, weekdayName, type Day } from './day';

/**
 * A date, as exact as it is known; the year is left out where it is this year's.
 *
 * @example
 * sayDate('2024-11-13', '2026-11-23') // '2024年11月13日'
 * sayDate('2026-02', '2026-11-23') // '2月'
 */
export function sayDate(date: string, today: Day): string {
  const { year, month, day } = partsOf(date);
  const yearText = month !== null && year === partsOf(today).year ? '' : `${year}年`;
  return `${yearText}${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
}

/** A day near today by its everyday name, another with its weekday: 今天, 明天, 本周四, 11月13日 周三. */
export function sayDay(day: Day, today: Day): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return '今天';
  if (distance === 1) return '明天';
  if (distance === -1) return '昨天';
  if (weekStart(day) === weekStart(today)) return `本${weekdayName(day)}`;
  if (weekStart(day) === addDays(weekStart(today), 7)) return `下${weekdayName(day)}`;
  return `${sayDate(day, today)} ${weekdayName(day)}`;
}

/** First and last day together; the second leaves out what the first has said. */
export function saySpan(start: Day, end: Day | undefined, today: Day): string {
  if (!end || end === start) return sayDay(start, today);
  const [a, b] = [partsOf(start), partsOf(end)];
  const last = a.year !== b.year ? sayDate(end, today) : a.month !== b.month ? `${b.month}月${b.day}日` : `${b.day}日`;
  return `${sayDate(start, today)}至${last}`;
}

/** How far away a coming day is: 今天, 明天, 还有 12 天; null for the past and for beyond a year. */
export function sayDistance(day: Day, today: Day): string | null {
  const distance = daysBetween(today, day);
  if (distance < 0 || distance > 365) return null;
  return distance === 0 ? '今天' : distance === 1 ? '明天' : `还有 ${distance} 天`;
}

/** The week a day is in, as a heading: 本周, 上周, 2024年11月11日那周. */
export function sayWeek(monday: Day, today: Day): string {
  const weeks = daysBetween(monday, weekStart(today)) / 7;
  if (weeks === 0) return '本周';
  if (weeks === 1) return '上周';
  return `${sayDate(monday, today)}起的一周`;
}

/** The key and heading under which a dated item is listed: by week where the day is known, else by month or year. */
export function weekGroup(date: string, today: Day): { key: string; heading: string } {
  if (!isDay(date)) return { key: date, heading: sayDate(date, today) };
  const monday = weekStart(date);
  return { key: monday, heading: sayWeek(monday, today) };
}
