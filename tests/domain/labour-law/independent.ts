/**
 * The dated rules a second time, by other means: days since the epoch walked one by one, and civil dates by hand.
 * Nothing here may import packages/domain/labour-law or dayjs: the two have to be able to disagree.
 */
import { getLunarDate, getSolarTerms } from 'chinese-days';

const DAY = 86_400_000;

const numbers = new Map<string, number>();
const texts = new Map<number, string>();

/** Days since the epoch; each day is worked out once. */
export function number(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = Date.UTC(year, month - 1, date) / DAY;
  numbers.set(day, at);
  return at;
}

/** The day of a number; see {@link number}. */
export function text(at: number): string {
  const known = texts.get(at);
  if (known !== undefined) return known;
  const day = new Date(at * DAY).toISOString().slice(0, 10);
  texts.set(at, day);
  return day;
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The corresponding day `months` later, or the month's last. */
export function corresponding(day: string, months: number): string {
  const date = new Date(number(day) * DAY);
  const month = date.getUTCMonth() + months;
  const [year, within] = [date.getUTCFullYear() + Math.floor(month / 12), ((month % 12) + 12) % 12];
  return text(Date.UTC(year, within, Math.min(date.getUTCDate(), lastOfMonth(year, within))) / DAY);
}

/**
 * The last day of `months` of work that began on `first`, both counted: walk day by day until the next day is the
 * corresponding one, or until a month without such a day is over.
 */
export function monthsEnd(first: string, months: number): string {
  const wanted = Number(first.slice(8));
  const end = corresponding(first, months);
  return Number(end.slice(8)) === wanted ? text(number(end) - 1) : end;
}

/** Months' wages in halves, by trying one step after the other until the service doesn't reach it. */
export function halvesByTrying(first: string, last: string): number {
  let halves = 0;
  for (let year = 0; ; year++) {
    const begins = year === 0 ? first : text(number(monthsEnd(first, 12 * year)) + 1);
    if (begins > last) return halves;
    halves++;
    if (monthsEnd(first, 12 * year + 6) <= last) halves++;
    if (monthsEnd(first, 12 * year + 12) > last) return halves;
  }
}

/** The last day of the year for arbitration, by walking it: a day in a stop isn't counted. */
export function yearByWalking(start: string, stops: readonly { from: string; to: string }[]): string {
  let left = number(corresponding(start, 12)) - number(start);
  let at = number(start);
  while (left > 0) {
    at++;
    if (!stops.some(({ from, to }) => number(from) <= at && at < number(to))) left--;
  }
  // A stop that begins on the last day or before moves it; one after it does not.
  return text(at);
}

export function limitationByWalking(
  start: string,
  interruptions: readonly string[],
  stops: readonly { from: string; to: string }[],
): string {
  let runs = start;
  for (;;) {
    const due = yearByWalking(runs, stops);
    const next = [...interruptions].sort().find((on) => on > runs && on <= due);
    if (next === undefined) return due;
    runs = next;
  }
}

const lunarCache = new Map<string, boolean>();

/** 全国年节及纪念日放假办法 2, asked day by day of a library that knows the lunar calendar and the solar terms. */
export function isFixedHoliday(day: string): boolean {
  const known = lunarCache.get(day);
  if (known !== undefined) return known;
  const year = Number(day.slice(0, 4));
  // Before 劳动合同法 began nothing is reckoned by holidays.
  if (year < 2008) return false;
  const lunar = (of: string): string => {
    const { lunarMon, lunarDay, isLeap } = getLunarDate(of);
    return isLeap ? '' : `${lunarMon}-${lunarDay}`;
  };
  const [today, tomorrow] = [lunar(day), lunar(text(number(day) + 1))];
  const springFestival =
    year >= 2025
      ? ['1-1', '1-2', '1-3'].includes(today) || tomorrow === '1-1'
      : year >= 2014
        ? ['1-1', '1-2', '1-3'].includes(today)
        : ['1-1', '1-2'].includes(today) || tomorrow === '1-1';
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03', ...(year >= 2025 ? ['05-02'] : [])];
  const holiday =
    springFestival ||
    fixed.includes(day.slice(5)) ||
    today === '5-5' ||
    today === '8-15' ||
    getSolarTerms(day, day).some(({ name }) => name === '清明');
  lunarCache.set(day, holiday);
  return holiday;
}

/** Is it a day off by the notice, or in a year without one by the law and the weekday? */
export const isOff = (day: string, off: readonly string[], worked: readonly string[]): boolean => {
  const weekday = new Date(number(day) * DAY).getUTCDay();
  const announced = [...off, ...worked].some((other) => other.slice(0, 4) === day.slice(0, 4));
  if (worked.includes(day)) return false;
  return off.includes(day) || weekday === 0 || weekday === 6 || (!announced && isFixedHoliday(day));
};

/**
 * The second wage in fen of the days from `oldest` to `to`, walked one by one: each is a day of one of the months that
 * begin with the period, a month that kept all its days is a month's wage, of any other its working days count.
 */
export function secondWage(
  period: { from: string; to: string },
  oldest: string,
  monthFen: number,
  off: readonly string[],
  worked: readonly string[],
): number {
  let total = 0;
  let [begins, months] = [number(period.from), 0];
  while (text(begins) <= period.to) {
    months++;
    const next = number(monthsEnd(period.from, months)) + 1;
    let [kept, working] = [0, 0];
    for (let at = begins; at < next; at++) {
      if (text(at) < oldest || text(at) > period.to) continue;
      kept++;
      if (!isOff(text(at), off, worked)) working++;
    }
    // 21.75 days a month, rounded half up to a fen, never more than a month.
    total += kept === next - begins ? monthFen : Math.min(monthFen, Math.round((monthFen / 21.75) * working));
    begins = next;
  }
  return total;
}
