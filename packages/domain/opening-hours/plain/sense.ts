/** Do hours make sense, and are two ways of writing them the same? Both are looked at day by day. */
import { compileHours } from '../compile';
import { dayNumber, dayOf, weekdayOf } from '../days';
import { openHolidays, type HolidayTable } from '../holidays';
import { segmentsOf } from '../segments';
import { EVERY_WEEKDAY, HOLIDAY, type CompiledHours } from '../types';
import { namesDays, type Clause } from './clauses';

const YEAR = 2026;

/** Days of one year with holidays on every weekday: which real ones doesn't matter here. */
const table: HolidayTable = openHolidays({
  from: '1970-01-01',
  until: '2199-12-31',
  off: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => [
    '假日',
    `${YEAR}-${String(month).padStart(2, '0')}-05`,
    8,
  ]),
  work: [],
});

/** Four months, or the whole year where dates, weeks or months matter, and the edges of the years that dates name. */
function daysToAsk(hours: CompiledHours): number[] {
  const first = dayNumber(`${YEAR}-01-01`);
  const isSeasonal = hours.some(({ r, w }) => r !== undefined || w !== undefined);
  const days = Array.from({ length: isSeasonal ? 365 : 120 }, (_, at) => first + at);
  for (const { r = [] } of hours)
    for (const [from, to, fromYear, toYear] of r)
      if (fromYear !== undefined && toYear !== undefined)
        for (const [year, date] of [
          [fromYear, from],
          [Math.min(toYear, fromYear + 20), to],
        ] as const) {
          const day = dayNumber(
            `${year}-${String(Math.floor(date / 100)).padStart(2, '0')}-${String(date % 100).padStart(2, '0')}`,
          );
          if (!Number.isNaN(day)) for (let step = -8; step <= 8; step++) days.push(day + step);
        }
  return days;
}

/** The first day on which two ways of writing hours differ, as `YYYY-MM-DD`; null where they are the same. */
export function differingDay(written: string, other: string): string | null {
  const [one, two] = [compileHours(written), compileHours(other)];
  if (!one.ok || !two.ok) return dayOf(dayNumber(`${YEAR}-01-01`));
  const shape = (hours: CompiledHours, day: number): string => JSON.stringify(segmentsOf(hours, day, table));
  const day = daysToAsk([...one.hours, ...two.hours]).find(
    (asked) => shape(one.hours, asked) !== shape(two.hours, asked),
  );
  return day === undefined ? null : dayOf(day);
}

/** Is there any minute at which the hours are open, or not known to be closed? */
export const isEverOpen = (hours: CompiledHours): boolean =>
  daysToAsk(hours).some((day) => segmentsOf(hours, day, table).some(({ state }) => state !== 'closed'));

/** What is wrong with hours that came of clauses, in a sentence; null where they make sense. */
export function nonsenseIn(hours: CompiledHours, clauses: readonly Clause[]): string | null {
  if (!isEverOpen(hours)) return '这样写，一天也不开';
  // 改为 and 另加 say themselves what they do to the clauses before.
  if (clauses.some(({ bond }) => bond !== null)) return null;
  for (const clause of clauses) {
    const { meaning, when, except, spans } = clause;
    if (meaning === 'open' && !opensSometime(hours, clause))
      return `「${clause.text}」写了时间，却被别的话盖住，一天也不开`;
    if (meaning === 'off' && spans.length === 0 && !except && opensOn(hours, when, clauses))
      return `「${clause.text}」写了休息，却有时间开`;
    if (meaning === 'open' && except && !namesAgain(clauses, except.days) && opensOn(hours, except, clauses))
      return `「${clause.text}」里除去的日子却开着`;
  }
  return null;
}

/** Does a day of the clause have its hours? */
function opensSometime(hours: CompiledHours, { when, spans }: Clause): boolean {
  const [first] = spans;
  if (!first) return true;
  return daysToAsk(hours).some(
    (day) =>
      isOf(when.days, day) &&
      segmentsOf(hours, day, table).some(
        ({ state, from, to }) => state === 'open' && from < first.to && to > first.from,
      ),
  );
}

/** Is it open on days that are closed as such, by hours that begin on them? */
function opensOn(hours: CompiledHours, when: Clause['when'], clauses: readonly Clause[]): boolean {
  if (!namesDays(when) || when.days === 0 || when.dates.length + when.nth.length + when.weeks.length > 0) return false;
  const reopens = clauses.some(({ meaning, when: { days } }) => meaning !== 'off' && (days & HOLIDAY) !== 0);
  return daysToAsk(hours).some((day) => {
    const isHoliday = table.at(day)?.kind === 'holiday';
    if (
      isHoliday !== ((when.days & HOLIDAY) !== 0) &&
      (isHoliday ? reopens : (when.days & EVERY_WEEKDAY & (1 << weekdayOf(day))) === 0)
    )
      return false;
    if (!isOf(when.days, day)) return false;
    const before = segmentsOf(hours, day - 1, table);
    const night = before[before.length - 1]?.state === 'open';
    return segmentsOf(hours, day, table).some(({ state, from }) => state === 'open' && !(night && from === 0));
  });
}

function isOf(days: number, day: number): boolean {
  if (days === 0) return true;
  const isHoliday = table.at(day)?.kind === 'holiday';
  return (days & (1 << weekdayOf(day))) !== 0 || (isHoliday && (days & HOLIDAY) !== 0);
}

const namesAgain = (clauses: readonly Clause[], days: number): boolean =>
  clauses.some(
    ({ meaning, when }) =>
      meaning !== 'off' &&
      (when.days & days) !== 0 &&
      when.days !== 0 &&
      (when.days & EVERY_WEEKDAY) !== EVERY_WEEKDAY &&
      (days & ~when.days) === 0,
  );
