/** Hours as the content build accepts them: compiled, and the same as the reference evaluation of them. */
import { openHolidays, type CompiledHours, type HolidayData } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { dayNumber, dayOf } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { sayMinutes } from '@yugong/domain/opening-hours';
import { reference } from './reference';

export type CheckedHours = { ok: true; hours: CompiledHours } | { ok: false; message: string; expected: string };

const MID_MONTH = 15;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Compiles hours and holds them against the library, over every kind of day of the holiday table.
 *
 * @example checkHours('Mo-Fr 9:00-18:00', holidays).ok // true
 */
export function checkHours(written: string, holidays: HolidayData): CheckedHours {
  const compiled = compileHours(written);
  if (!compiled.ok) return compiled;
  const expected = '例如 Mo-Fr 09:00-12:00,14:00-18:00; PH off';
  let library: ReturnType<typeof reference>;
  try {
    library = reference(written, holidays);
  } catch (error) {
    return { ok: false, message: `时间的写法不对（${firstLine(error)}）`, expected };
  }
  const [warning] = library.warnings;
  if (warning) return { ok: false, message: `时间的写法有歧义（${warning}）`, expected };
  const table = openHolidays(holidays);
  for (const day of tellingDays(written, holidays)) {
    // Worked weekends are ours alone: OpenStreetMap has no word for them.
    if ([day, day - 1].some((one) => table.at(one)?.kind === 'workday')) continue;
    for (const { from, to, state } of segmentsOf(compiled.hours, day, table)) {
      const theirs = [from, to - 1].map((minute) => library.at(day, minute));
      if (theirs.every((one) => one === null || one === state)) continue;
      const when = `${dayOf(day)} ${sayMinutes(from)}`;
      return { ok: false, message: `这样写的时间，两种算法算出来不一样（${when}）`, expected: '拆成简单的几条，例如 Mo-Fr 09:00-18:00; Sa 10:00-16:00' }; // prettier-ignore
    }
  }
  return compiled;
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

/** An ordinary week; the special days, the months' edges and the dates written, each with its neighbours, where they matter. */
function tellingDays(written: string, { from, until, off, work }: HolidayData): number[] {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const days = new Set<number>();
  const around = (day: number) => [-1, 0, 1].forEach((step) => days.add(day + step));
  for (let step = 0; step < 8; step++) days.add(first + 100 + step);
  if (/PH/.test(written)) {
    for (const [, start, count] of off) [dayNumber(start), dayNumber(start) + count - 1].forEach(around);
    for (const [, day] of work) around(dayNumber(day));
  }
  const dates = [...written.matchAll(/\b([A-Z][a-z]{2}) (\d{1,2})\b/g)];
  for (let day = first; day <= last && /[A-Z][a-z]{2}\b|\d{4}/.test(written); day++) {
    const [, month, date] = dayOf(day).split('-').map(Number) as [number, number, number];
    if (date === 1 || date === MID_MONTH) around(day);
    else if (dates.some(([, name, on]) => MONTHS.indexOf(name as string) === month - 1 && Number(on) === date)) around(day); // prettier-ignore
  }
  return [...days].filter((day) => day > first && day < last).sort((a, b) => a - b);
}
