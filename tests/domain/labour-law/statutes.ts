/**
 * The law of the stories a second time, written from the statutes: money in fractions of BigInt, days walked one by
 * one, lapses reckoned backwards from the day of the claim. Nothing here may import packages/domain/labour-law.
 */
import {
  corresponding,
  halvesByTrying,
  isFixedHoliday,
  isOff,
  monthsEnd,
  number,
  secondWage,
  text,
} from './independent';

export interface Notices {
  years: readonly number[];
  off: readonly string[];
  worked: readonly string[];
}

interface Stop {
  from: string;
  to: string;
}

/** A fraction of fen, rounded half up. */
const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

// 劳动合同法 47, 实施条例 27: the average, not under the minimum, at most three times the local average.
interface Service {
  first: string;
  last: string;
  totalFen: number;
  months: number;
  minimumFen: number | null;
  averageFen: number | null;
}

function base({ totalFen, months, minimumFen, averageFen }: Service): { month: number; full: number; capped: boolean } {
  const average = rounded(BigInt(totalFen), BigInt(months));
  const full = minimumFen !== null && minimumFen > average ? minimumFen : average;
  const capped = averageFen !== null && full > averageFen * 3;
  return { month: capped ? averageFen * 3 : full, full, capped };
}

const payFor = (month: number, halves: number): number => rounded(BigInt(month) * BigInt(halves), 2n);

/** 劳动合同法 46, 47, 97: N since 2008, and with what service before it may add. */
export function n(service: Service, dueBefore2008: boolean): { lower: number; higher: number } {
  const { month, full, capped } = base(service);
  const since = later(service.first, '2008-01-01');
  const halves = service.last < since ? 0 : halvesByTrying(since, service.last);
  const lower = payFor(month, capped && halves > 24 ? 24 : halves);
  if (service.first >= '2008-01-01' || !dueBefore2008) return { lower, higher: lower };
  const until = earlier(service.last, '2007-12-31');
  let years = 1;
  while (monthsEnd(service.first, 12 * years) < until) years++;
  return { lower, higher: lower + years * full };
}

/** 劳动合同法 48, 87, 实施条例 25: twice the standard, from the first day of work. */
export function twoN(service: Service): number {
  const { month, capped } = base(service);
  const halves = halvesByTrying(service.first, service.last);
  return 2 * payFor(month, capped && halves > 24 ? 24 : halves);
}

/** The end of a year that runs from a day, itself not counted; a day in a stop isn't counted either. */
export function yearEnd(start: string, stops: readonly Stop[]): string {
  const end = corresponding(start, 12);
  if (stops.every(({ from, to }) => from > end || to <= start)) return end;
  let left = number(end) - number(start);
  let at = number(start);
  const stopped = stops.map(({ from, to }) => [number(from), number(to)] as const);
  while (left > 0) {
    at++;
    if (!stopped.some(([from, to]) => from <= at && at < to)) left--;
  }
  return text(at);
}

/** 民法典 203: the day off that a period ends on, or the working day that ends it instead. */
function endsOn(day: string, { off, worked }: Notices): string {
  let at = number(day);
  while (isOff(text(at), off, worked)) at++;
  return text(at);
}

/** 仲裁法 27: the last day, each interruption up to the day it moves to beginning the year anew. */
export function limit(
  start: string,
  interruptions: readonly string[],
  stops: readonly Stop[],
  notices: Notices,
): string {
  let due = yearEnd(start, stops);
  let runs = start;
  for (const on of [...interruptions].sort())
    if (on > runs && on <= endsOn(due, notices)) {
      runs = on;
      due = yearEnd(on, stops);
    }
  return due;
}

/** What made the year begin anew; of a procedure, the day on which it ended, or today while it goes on. */
export interface Event {
  on: string;
  end: string;
}

/**
 * 民法典 195: the last day by the reading that begins the year anew with a procedure's end. Of all events that came in
 * time the latest end counts; a later end lets others be in time, so it is looked for again until nothing changes.
 */
export function limitFromEnds(
  start: string,
  events: readonly Event[],
  stops: readonly Stop[],
  notices: Notices,
): string {
  let runs = start;
  for (;;) {
    const due = yearEnd(runs, stops);
    const ends = events.filter(({ on }) => on <= endsOn(due, notices)).map(({ end }) => end);
    const latest = ends.sort().at(-1);
    if (latest === undefined || latest <= runs) return due;
    runs = latest;
  }
}

/** The earliest start whose year reaches a day, found by stepping up from before it. */
function reaches(day: string, stops: readonly Stop[]): string {
  const stopped = stops.reduce((days, { from, to }) => days + Math.max(0, number(to) - number(from)), 0);
  let at = number(corresponding(day, -12)) - stopped - 3;
  while (yearEnd(text(at), stops) < day) at++;
  return text(at);
}

/** The earliest start that isn't lapsed on the day of the claim: back from the claim, from interruption to interruption. */
export function earliestAlive(
  claimedOn: string,
  interruptions: readonly string[],
  stops: readonly Stop[],
  { off, worked }: Notices,
): string {
  // A year that ends on the days off right before a day ends on it, or later: so for the claim, and for an interruption.
  const afterWork = (on: string): string => {
    let at = number(on);
    while (isOff(text(at - 1), off, worked)) at--;
    return text(at);
  };
  let alive = reaches(afterWork(claimedOn), stops);
  for (const on of [...interruptions].sort().reverse())
    if (on >= alive && on < claimedOn) alive = earlier(alive, reaches(afterWork(on), stops));
  return alive;
}

/** 劳动合同法 82, 实施条例 6 and 7, 法释〔2025〕12号 6: what each reading leaves of the second wage. */
export function doubled(
  work: { first: string; last: string | null; signed: string | null; monthlyFen: number; claimedOn: string },
  interruptions: readonly string[],
  stops: readonly Stop[],
  notices: Notices,
): { lower: number; higher: number } {
  const { off, worked } = notices;
  const began = later(work.first, '2008-01-01');
  const from = text(number(monthsEnd(began, 1)) + 1);
  let to = earlier(monthsEnd(began, 12), work.claimedOn);
  if (work.last !== null) to = earlier(to, work.last);
  if (work.signed !== null) to = earlier(to, text(number(work.signed) - 1));
  if (to < from) return { lower: 0, higher: 0 };
  const wage = (oldest: string): number => secondWage({ from, to }, oldest, work.monthlyFen, off, worked);
  const lower = wage(later(from, earliestAlive(work.claimedOn, interruptions, stops, notices)));
  return { lower, higher: Math.max(lower, wage(from)) };
}

const lastOf = (month: string): string => text(number(corresponding(`${month}-01`, 1)) - 1);

/** 法释〔2025〕12号 6: each calendar month by its own wage, a part of one by its working days; at most eleven months. */
export function secondWageByMonth(
  from: string,
  to: string,
  wageOf: (month: string) => number,
  { off, worked }: Notices,
): number {
  const days = new Map<string, number>();
  const isWhole = (month: string): boolean => from <= `${month}-01` && lastOf(month) <= to;
  for (let at = number(from); at <= number(to); at++) {
    const month = text(at).slice(0, 7);
    days.set(month, (days.get(month) ?? 0) + (isOff(text(at), off, worked) ? 0 : 1));
  }
  const each = [...days].map(([month, count]) => {
    const wage = wageOf(month);
    return isWhole(month) ? wage : Math.min(wage, rounded(BigInt(wage) * BigInt(count) * 4n, 87n));
  });
  return each.reduce((a, b) => a + b, 0);
}

/** 劳动法 44, 全国年节及纪念日放假办法 2: a holiday that the law fixes 300 %, another day off 200 %, else 150 %. */
export const percentOf = (day: string, { off, worked }: Notices): number =>
  isFixedHoliday(day) ? 300 : isOff(day, off, worked) ? 200 : 150;

/** 仲裁法 47 (一): up to twelve months of every minimum wage that may apply, of none of them, or of some. */
export function finalFor(fen: number, minimums: readonly number[]): 'final' | 'open' | 'either' {
  const months = minimums.map((minimum) => BigInt(fen) <= 12n * BigInt(minimum));
  return months.every(Boolean) ? 'final' : months.some(Boolean) ? 'either' : 'open';
}

/** 劳动法 44, by the hour of 21.75 days of 8 hours; hours in quarters. */
export function overtime(
  monthlyFen: number,
  minimumFen: number | null,
  quarters: readonly [number, number, number],
  paidFen: number,
): number {
  const month = BigInt(minimumFen !== null && minimumFen > monthlyFen ? minimumFen : monthlyFen);
  const [working, rest, holiday] = quarters.map(BigInt) as [bigint, bigint, bigint];
  // A quarter of an hour is 1/4 of month / 174.
  const due =
    rounded(month * working * 3n, 174n * 4n * 2n) +
    rounded(month * rest * 2n, 174n * 4n) +
    rounded(month * holiday * 3n, 174n * 4n);
  return Math.max(0, due - paidFen);
}

/** 劳动法 50, and 48 where a wage is agreed under the minimum; in months that the minimum is known of. */
export function missingWages(
  months: readonly (readonly [owed: number, paid: number])[],
  minimumFen: number | null,
): { lower: number; higher: number } {
  let [lower, higher] = [0, 0];
  for (const [owed, paid] of months) {
    const least = minimumFen !== null && owed > 0 && owed < minimumFen ? minimumFen : owed;
    if (owed > paid) lower += owed - paid;
    if (least > paid) higher += least - paid;
  }
  return { lower, higher };
}

/** 条例 3, 5; 实施办法 5, 10, 12: twice a day's wage for each day that wasn't given; taken in half days. */
export function leave(
  work: {
    year: number;
    career: number;
    first: string;
    last: string | null;
    takenHalves: number;
    monthlyFen: number;
    claimedOn: string;
  },
  interruptions: readonly string[],
  stops: readonly Stop[],
  notices: Notices,
): { lower: number; higher: number } {
  const { year, last } = work;
  const [begins, ends] = [`${year}-01-01`, `${year}-12-31`];
  if (last === null && work.claimedOn <= ends) return { lower: 0, higher: 0 };
  let days = 0;
  const [hired, left] = [number(work.first), last === null ? Infinity : number(last)];
  for (let at = number(begins); at <= number(ends); at++) if (at >= hired && at <= left) days++;
  const whole = work.career < 1 ? 0 : work.career < 10 ? 5 : work.career < 20 ? 10 : 15;
  const entitled = days >= 365 ? whole : Math.floor((days / 365) * whole + 1e-9);
  const halves = Math.max(0, 2 * entitled - work.takenHalves);
  const owed = rounded(BigInt(work.monthlyFen) * BigInt(halves) * 4n, 87n);
  const start = last !== null && last < ends ? last : ends;
  const due = endsOn(limit(start, interruptions, stops, notices), notices);
  return { lower: due < work.claimedOn ? 0 : owed, higher: owed };
}

/** 民法典 203, 民事诉讼法 85: the last day as days off move it; without a notice weekends only once they are over. */
export function lastDayOf(day: string, today: string, { years, off, worked }: Notices): string {
  const move = (from: string, isFree: (day: string) => boolean): string => {
    let at = number(from);
    while (isFree(text(at))) at++;
    return text(at);
  };
  const moved = move(day, (at) => isOff(at, off, worked));
  if ([day, moved].every((at) => years.includes(Number(at.slice(0, 4))))) return moved;
  const certain = move(day, isFixedHoliday);
  return today <= certain ? certain : moved;
}
