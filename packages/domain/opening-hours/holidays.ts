/** The State Council's holiday table: which days are off, and which weekends are worked for them (调休). */
import { addDays, type Day } from '../calendar';
import { dayNumber } from './days';
import type { SpecialDay } from './types';

/** The table as bundled: runs of days, in order. */
export interface HolidayData {
  /** First and last day that the table knows. */
  from: Day;
  until: Day;
  /** Days off: name, first day, count. */
  off: [name: string, first: Day, count: number][];
  /** Weekends worked: name of the holiday, day. */
  work: [name: string, day: Day][];
}

/** The table as asked. */
export interface HolidayTable {
  until: Day;
  /** What a day is; null for an ordinary one, `undefined` where the table does not reach. */
  at(dayNumber: number): SpecialDay | null | undefined;
}

/** Makes the bundled table quick to ask. */
export function openHolidays(data: HolidayData): HolidayTable {
  const days = new Map<number, SpecialDay>();
  for (const [name, first, count] of data.off)
    for (let at = 0; at < count; at++) days.set(dayNumber(first) + at, { kind: 'holiday', name });
  for (const [name, day] of data.work) days.set(dayNumber(day), { kind: 'workday', name });
  const [from, until] = [dayNumber(data.from), dayNumber(data.until)];
  return { until: data.until, at: (day) => (day < from || day > until ? undefined : (days.get(day) ?? null)) };
}

/**
 * Packs the years' records into runs.
 *
 * @param years as the holidays collection has them: whole calendar years without a gap
 */
export function packHolidays(
  years: readonly { year: number; days: readonly { date: Day; name: string; off: boolean }[] }[],
): HolidayData {
  const numbers = years.length > 0 ? years.map(({ year }) => year) : [1970];
  const data: HolidayData = {
    from: `${Math.min(...numbers)}-01-01`,
    until: `${Math.max(...numbers)}-12-31`,
    off: [],
    work: [],
  };
  const days = years.flatMap(({ days }) => days).sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const { date, name, off } of days) {
    const last = data.off[data.off.length - 1];
    if (!off) data.work.push([name, date]);
    else if (last && last[0] === name && addDays(last[1], last[2]) === date) last[2]++;
    else data.off.push([name, date, 1]);
  }
  return data;
}
