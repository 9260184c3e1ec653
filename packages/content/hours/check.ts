/** Hours as the content build accepts them: compiled, the same as the reference evaluation of them, and open at some time. */
import { openHolidays, sayMinutes, type CompiledHours, type HolidayData } from '@yugong/domain/opening-hours';
import { readRules } from '@yugong/domain/opening-hours/compile';
import { dayNumber, dayOf, MINUTES_A_DAY, weekdayOf } from '@yugong/domain/opening-hours/days';
import { describeHours } from '@yugong/domain/opening-hours/describe';
import { isEverOpen } from '@yugong/domain/opening-hours/plain';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { reference } from './reference';

/** `sentence` says the hours in Chinese; `comments` are the source's own words within them. */
export type CheckedHours =
  | { ok: true; hours: CompiledHours; sentence: string; comments: string[] }
  | { ok: false; message: string; expected: string };

const MID_MONTH = 15;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const EXPECTED = '例如 Mo-Fr 09:00-12:00,14:00-18:00; PH off';

/**
 * Compiles hours and holds them against the library, over every kind of day of the holiday table.
 *
 * The library's messages are for mappers and in English: a clerk is told which hours, and how to write them instead.
 *
 * @example checkHours('Mo-Fr 09:00-18:00', holidays).ok // true
 */
export function checkHours(written: string, holidays: HolidayData): CheckedHours {
  const read = readRules(written);
  if (!read.ok) return read;
  const comments = read.rules.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  const hours = read.rules.map(({ comment: _, ...rule }) => rule);
  const refuse = (message: string, expected = EXPECTED): CheckedHours => ({ ok: false, message, expected });
  if (!isEverOpen(hours)) return refuse('这样写，一天也不开', '至少有一段开放的时间；不开的站点写进备注或下架');
  const library = openReference(written, holidays);
  if (library === null) return refuse('时间的写法不对，地图软件读不了');
  const [warning] = library.warnings;
  if (warning !== undefined) return refuse(`时间的写法有问题：${warning}`);
  const difference = differenceFrom(library, hours, tellingDays(written, holidays), holidays);
  if (difference !== null)
    return refuse(
      `这样写的时间，两种算法算出来不一样（${difference}）`,
      '拆成简单的几条，例如 Mo-Fr 09:00-18:00; Sa 10:00-16:00',
    );
  return { ok: true, hours, sentence: describeHours(read.rules), comments };
}

/** Null where the library can't read the hours; its message would tell a clerk nothing. */
function openReference(written: string, holidays: HolidayData): ReturnType<typeof reference> | null {
  try {
    return reference(written, holidays);
  } catch {
    return null;
  }
}

/**
 * When the library and we differ first, or null.
 *
 * The library cuts a night at midnight where the next day has hours of its own; here it belongs to its evening. So the
 * hours after midnight that a night may reach are not compared; the tests hold them against an oracle of their own.
 */
function differenceFrom(
  library: ReturnType<typeof reference>,
  hours: CompiledHours,
  days: readonly number[],
  holidays: HolidayData,
): string | null {
  const table = openHolidays(holidays);
  const nightEnd = Math.max(0, ...hours.flatMap(({ t = [] }) => t.map((minute) => minute - MINUTES_A_DAY)));
  for (const day of days) {
    // Worked weekends are ours alone: OpenStreetMap has no word for them.
    if ([day, day - 1].some((one) => table.at(one)?.kind === 'workday')) continue;
    for (const { from, to, state } of segmentsOf(hours, day, table)) {
      // Who closes at 23:59 does not close for a minute; the library takes it at its word.
      const edges = [Math.max(from, nightEnd), Math.min(to, MINUTES_A_DAY - 1) - 1];
      const differs = edges.some((minute) => {
        const theirs = minute >= from && minute >= nightEnd ? library.at(day, minute) : null;
        // The library forgets an end that is open behind one that isn't (18:00-22:00+) after its first minute.
        const isForgotten = state === 'unknown' && theirs === 'closed';
        return theirs !== null && minute < to && theirs !== state && !isForgotten;
      });
      if (differs) return `${dayOf(day)} ${sayMinutes(from)}`;
    }
  }
  return null;
}

/** An ordinary week; the special days, the months' edges, weeks and dates written, each with its neighbours, where they matter. */
function tellingDays(written: string, { from, until, off, work }: HolidayData): number[] {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const days = new Set<number>();
  const around = (day: number) => [-1, 0, 1].forEach((step) => days.add(day + step));
  for (let step = 0; step < 8; step++) days.add(first + 100 + step);
  if (/PH/.test(written)) {
    for (const [, start, count] of off) [dayNumber(start), dayNumber(start) + count - 1].forEach(around);
    for (const [, day] of work) around(dayNumber(day));
  }
  const dates = new Set(
    [...written.matchAll(/\b([A-Z][a-z]{2}) (\d{1,2})\b/g)].map(
      ([, month = '', date]) => `${MONTHS.indexOf(month) + 1}-${Number(date)}`,
    ),
  );
  const [hasDates, hasWeeks, hasNth] = [/[A-Z][a-z]{2}\b|\d{4}/, /\bweek\b/, /\[/].map((pattern) =>
    pattern.test(written),
  );
  for (let day = first; day <= last; day++) {
    const [, month, date] = dayOf(day).split('-').map(Number);
    if (hasDates && (date === 1 || date === MID_MONTH || dates.has(`${month}-${date}`))) around(day);
    if (hasWeeks && weekdayOf(day) === 0) around(day);
    if (hasNth && day < first + 62) days.add(day);
  }
  return [...days].filter((day) => day > first && day < last).sort((a, b) => a - b);
}
