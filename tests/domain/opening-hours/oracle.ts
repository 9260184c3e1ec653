/**
 * An evaluation of hours that shares nothing with the translation, the syntax or the compiled rules: a table of days and
 * spans, gone through minute by minute. A span belongs to the day on which it begins, also past midnight.
 *
 * `1-5 9-12,14-18 | 6 10-16 | H x`: Monday to Friday, Saturday, closed on holidays; the last entry that fits a day counts.
 * `0501-0930@1-7 9-18` has dates, `*15@1-7 x` the fifteenth of each month, `2026:0701-0831@…` a year, `6#1` is the month's first Saturday, `H1` a Monday that is a
 * holiday; `x` is closed, `?` unknown, `?14-24` unknown in that span.
 */

export type OracleState = 'open' | 'closed' | 'unknown';

interface Day {
  year: number;
  monthDay: number;
  /** Monday 1 … Sunday 7. */
  weekday: number;
  /** The day of the month, and how many days follow it there. */
  date: number;
  left: number;
  isHoliday: boolean;
}

interface Entry {
  fits(day: Day): boolean;
  spans: { from: number; to: number; state: OracleState }[];
}

/** @param isHoliday by the day's name, `2026-10-01` */
export function oracle(table: string, isHoliday: (day: string) => boolean): (instant: number) => OracleState {
  const entries = table.split(' | ').map(readEntry);
  const hoursOf = (at: Date): Entry['spans'] => {
    const day = dayOf(at, isHoliday);
    return entries.filter(({ fits }) => fits(day)).pop()?.spans ?? [];
  };
  return (instant) => {
    // Chongqing's clock as if it were UTC's.
    const local = instant + 8 * 3_600_000;
    const midnight = Math.floor(local / 86_400_000) * 86_400_000;
    const minute = (local - midnight) / 60_000;
    const states = [
      ...hoursOf(new Date(midnight)).filter(({ from, to }) => minute >= from && minute < to),
      ...hoursOf(new Date(midnight - 86_400_000)).filter(({ from, to }) => minute + 1440 >= from && minute + 1440 < to),
    ].map(({ state }) => state);
    return states.includes('open') ? 'open' : (states[0] ?? 'closed');
  };
}

function dayOf(at: Date, isHoliday: (day: string) => boolean): Day {
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const left = new Date(Date.UTC(year, month, 0)).getUTCDate() - date;
  const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
  return {
    year,
    monthDay: month * 100 + date,
    weekday,
    date,
    left,
    isHoliday: isHoliday(at.toISOString().slice(0, 10)),
  };
}

function readEntry(text: string): Entry {
  const [, year, from, to, ofMonth, days = '', hours = ''] =
    /^(?:(?:(\d{4}):)?(\d{4})-(\d{4})@|\*(\d{2})@)?(\S+) (\S+)$/.exec(text) ?? [];
  if (days === '') throw new Error(`not an entry: ${text}`);
  const [first, last] = [Number(from), Number(to)];
  const isInDates = ({ monthDay }: Day): boolean =>
    from === undefined ||
    (first <= last ? monthDay >= first && monthDay <= last : monthDay >= first || monthDay <= last);
  const fitsDay = days.split(',').map(readDays);
  return {
    fits: (day) =>
      (ofMonth === undefined || day.date === Number(ofMonth)) &&
      (year === undefined || day.year === Number(year)) &&
      isInDates(day) &&
      fitsDay.some((fits) => fits(day)),
    spans:
      hours === 'x' ? [] : hours === '?' ? [{ from: 0, to: 1440, state: 'unknown' }] : hours.split(',').map(readSpan),
  };
}

function readDays(text: string): (day: Day) => boolean {
  const [, holiday, from, to, nth] = /^(H)?(\d)?(?:-(\d))?(?:#(-?\d))?$/.exec(text) ?? [];
  return ({ weekday, date, left, isHoliday }) => {
    if (holiday && !isHoliday) return false;
    if (from === undefined) return true;
    if (weekday < Number(from) || weekday > Number(to ?? from)) return false;
    if (nth === undefined) return true;
    return Number(nth) > 0 ? Math.ceil(date / 7) === Number(nth) : Math.floor(left / 7) + 1 === -Number(nth);
  };
}

function readSpan(text: string): { from: number; to: number; state: OracleState } {
  const [from = 0, to = 0] = text.replace('?', '').split('-').map(readClock);
  return { from, to, state: text.startsWith('?') ? 'unknown' : 'open' };
}

function readClock(text: string): number {
  const [hour, minute = 0] = text.split(':').map(Number);
  return Number(hour) * 60 + minute;
}
