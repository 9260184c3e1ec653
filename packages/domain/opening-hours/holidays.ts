/** The State Council's holiday table: which days are off, and which weekends are worked for them (调休). */
import { addDays, type Day } from '../calendar';
import { announcedUntil, namedStatutoryHolidays, statutoryYears } from '../holiday';
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
  /**
   * What a day is; null for an ordinary one. Beyond the years that are announced, a holiday that the law itself fixes is
   * one, and of every other day it isn't known: `undefined`.
   */
  at(dayNumber: number): SpecialDay | null | undefined;
}

/** Makes the table quick to ask. */
export function openHolidays(data: HolidayData): HolidayTable {
  const days = new Map<number, SpecialDay>();
  for (const [name, first, count] of data.off)
    for (let at = 0; at < count; at++) days.set(dayNumber(first) + at, { kind: 'holiday', name });
  for (const [name, day] of data.work) days.set(dayNumber(day), { kind: 'workday', name });
  const [from, until] = [dayNumber(data.from), dayNumber(data.until)];
  const isAnnounced = (day: number): boolean => day >= from && day <= until;
  for (const year of statutoryYears)
    for (const { date, name } of namedStatutoryHolidays(year)) {
      const day = dayNumber(date);
      if (!isAnnounced(day) && !days.has(day)) days.set(day, { kind: 'holiday', name });
    }
  return { at: (day) => days.get(day) ?? (isAnnounced(day) ? null : undefined) };
}

/**
 * Packs the years' records into runs.
 *
 * @param years as the holidays collection has them: whole calendar years
 */
export function packHolidays(
  years: readonly { year: number; days: readonly { date: Day; name: string; off: boolean }[] }[],
): HolidayData {
  const numbers = years.length > 0 ? years.map(({ year }) => year) : [1970];
  const data: HolidayData = {
    from: `${Math.min(...numbers)}-01-01`,
    until: announcedUntil(numbers),
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
