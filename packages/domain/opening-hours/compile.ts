/**
 * Compiles OpenStreetMap's `opening_hours` to the rules that the phone evaluates.
 *
 * It takes what places in a city write: weekdays, the nth weekday of a month, public holidays (`PH`), weeks, months, dates
 * and date ranges with or without a year, times with breaks, past midnight and with an open end, `open`, `off`, `closed`,
 * `unknown`, comments, and the joints `;` `,` `||`. What cannot be said in rules of minutes (sunrise, school holidays, the
 * day before a holiday) is refused by name, never guessed. The content build also holds every answer against the reference
 * library. Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
import { MINUTES_A_DAY } from './days';
import {
  EVERY_WEEKDAY,
  HOLIDAY,
  type CompiledHours,
  type DateRange,
  type HoursRule,
  type Joint,
  type NthWeekday,
  type WeekRange,
} from './types';

/** A rule with the source's own comment on it, which the phone does not evaluate. */
export interface WrittenRule extends HoursRule {
  comment?: string;
}

interface Refused {
  ok: false;
  message: string;
  expected: string;
}

/** `comments` are the source's own words within the hours, in order. */
export type Compiled = { ok: true; hours: CompiledHours; comments: string[] } | Refused;

export const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The year that a range without an end runs to. */
export const OPEN_YEAR = 9999;
const TOKEN = /\s*(24\/7|\d{1,2}:\d{2}|\d+|[A-Za-z]+|\|\||[-,;:+/[\]]|"[^"]*"|\S)/gy;

const EXAMPLE = '例如 Mo-Fr 09:00-12:00,14:00-18:00; PH off 或 24/7';

class Refusal extends Error {
  constructor(
    message: string,
    readonly expected: string,
  ) {
    super(message);
  }
}

/**
 * Compiles hours for the phone.
 *
 * @param written OpenStreetMap's syntax, such as `Mo-Fr 09:00-18:00; PH off`
 * @example compileHours('Mo-Fr 09:00-18:00') // { ok: true, hours: [{ d: 31, t: [540, 1080] }], comments: [] }
 */
export function compileHours(written: string): Compiled {
  const read = readRules(written);
  if (!read.ok) return read;
  const hours = read.rules.map(({ comment: _, ...rule }) => rule);
  return { ok: true, hours, comments: read.rules.flatMap(({ comment }) => (comment === undefined ? [] : [comment])) };
}

/**
 * Reads the rules of a text in OpenStreetMap's syntax, each with its comment.
 *
 * @example readRules('Sa 10:00-12:00 "bell"') // { ok: true, rules: [{ d: 32, t: [600, 720], comment: 'bell' }] }
 */
export function readRules(written: string): { ok: true; rules: WrittenRule[] } | Refused {
  try {
    return { ok: true, rules: new Parser(written).rules() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, message: error.message, expected: error.expected };
  }
}

/** The spans of a rule: those with an end, and those of which the end is guessed. */
interface Spans {
  times: number[];
  openEnded: number[];
}

class Parser {
  private readonly tokens: string[];
  private at = 0;

  constructor(written: string) {
    this.tokens = [...written.trim().matchAll(TOKEN)].flatMap(([, token]) => (token === undefined ? [] : [token]));
    if (this.tokens.length === 0) throw new Refusal('没有写时间', EXAMPLE);
  }

  rules(): WrittenRule[] {
    const rules = this.rule(';');
    while (this.at < this.tokens.length) {
      const joint = this.take();
      if (joint !== ';' && joint !== ',' && joint !== '||') throw this.unexpected(joint);
      if (joint === ';' && this.at === this.tokens.length) break;
      // What is added to a fallback is part of the fallback.
      const isFallback = joint === '||' || (joint === ',' && rules[rules.length - 1]?.j === '||');
      rules.push(...this.rule(isFallback ? '||' : joint));
    }
    return rules;
  }

  /** One rule as written; it is two where the end of its hours is open. */
  private rule(joint: Joint): WrittenRule[] {
    const start = this.at;
    const rule: WrittenRule = { ...this.selectors() };
    const { times, openEnded } = this.spans();
    if (times.length > 0) rule.t = times;
    const word = this.peek();
    const comment = (): string | undefined => (this.peek()?.startsWith('"') ? this.take().slice(1, -1) : undefined);
    if (word === 'off' || word === 'closed' || word === 'unknown' || word === 'open') {
      this.at++;
      if (word !== 'open') rule.m = word === 'unknown' ? 'unknown' : 'off';
      if (rule.m === 'off' && openEnded.length > 0) throw new Refusal('没有写到几点', '例如 18:00-22:00 off');
      rule.comment = comment();
    } else {
      rule.comment = comment();
      const isWithoutTimes = rule.t === undefined && openEnded.length === 0;
      // A comment alone says that the hours depend on something, 「by appointment」; `open` before it says that they don't.
      if (rule.comment !== undefined) rule.m = 'unknown';
      else {
        if (this.at === start) throw this.unexpected(word);
        if (word !== undefined && ![';', ',', '||'].includes(word)) throw this.unexpected(word);
        if (isWithoutTimes) throw new Refusal('只写了哪天，没有写几点', '例如 Mo-Fr 09:00-18:00，或 Mo-Fr off');
      }
    }
    if (rule.comment === undefined) delete rule.comment;
    if (joint !== ';') rule.j = joint;
    if (openEnded.length === 0) return [rule];
    // The hours that are sure come second, so that they win where the guessed ones reach into them.
    const guessed: WrittenRule = { ...rule, t: openEnded, m: 'unknown' };
    return rule.t ? [guessed, { ...rule, j: joint === '||' ? '||' : ',' }] : [guessed];
  }

  private selectors(): HoursRule {
    if (this.accept('24/7')) return { d: EVERY_WEEKDAY, t: [0, MINUTES_A_DAY] };
    const rule: HoursRule = {};
    const dates = this.dates();
    if (dates.length > 0) rule.r = dates;
    const weeks = this.weeks();
    if (weeks.length > 0) rule.w = weeks;
    if (dates.length + weeks.length > 0) this.accept(':');
    if (this.weekdays(rule)) this.accept(':');
    return rule;
  }

  /** Years, months and dates, as ranges of month × 100 + day. */
  private dates(): DateRange[] {
    const ranges: DateRange[] = [];
    while (this.isDate()) {
      ranges.push(this.dateRange());
      if (this.peek() !== ',' || !this.isDate(1)) break;
      this.at++;
    }
    return ranges;
  }

  private isDate(ahead = 0): boolean {
    const token = this.tokens[this.at + ahead] ?? '';
    return MONTHS.includes(token) || /^\d{4}$/.test(token);
  }

  private dateRange(): DateRange {
    const year = this.year();
    if (year !== null && !MONTHS.includes(this.peek() ?? '')) {
      if (this.accept('+')) return [101, 1231, year, OPEN_YEAR];
      const last = this.accept('-') ? (this.year() ?? year) : year;
      if (MONTHS.includes(this.peek() ?? ''))
        throw new Refusal('几年里的同一段日子写在一起了', '每年各写一段，例如 2026 Jun 28-2026 Sep 15');
      return [101, 1231, year, last];
    }
    const from = this.monthDay();
    const first = from.month * 100 + (from.day ?? 1);
    let [to, toYear] = [from, year];
    if (this.accept('-')) {
      const otherYear = this.year();
      if (otherYear !== null) toYear = otherYear;
      if (/^\d{1,2}$/.test(this.peek() ?? '')) to = { month: from.month, day: this.day(from.month) };
      else to = this.monthDay();
      if ((from.day === null) !== (to.day === null))
        throw new Refusal('一头写了几号，另一头没写', '例如 Jun 28-Sep 15');
    }
    const last = to.month * 100 + (to.day ?? daysOfMonth(to.month));
    if (year === null || toYear === null) {
      if (toYear !== null) throw new Refusal('只有后一头写了年份', '两头都写年份，例如 2025 Dec 20-2026 Jan 05');
      return [first, last];
    }
    // A range over the turn of the year needs no second year.
    return [first, last, year, last < first && toYear === year ? year + 1 : toYear];
  }

  private year(): number | null {
    if (!/^\d{4}$/.test(this.peek() ?? '')) return null;
    return Number(this.take());
  }

  private monthDay(): { month: number; day: number | null } {
    const month = MONTHS.indexOf(this.take()) + 1;
    if (month === 0) throw this.unexpected(this.tokens[this.at - 1]);
    return { month, day: /^\d{1,2}$/.test(this.peek() ?? '') ? this.day(month) : null };
  }

  private day(month: number): number {
    const day = Number(this.take());
    if (day >= 1 && day <= daysOfMonth(month)) return day;
    throw new Refusal(`${month} 月没有 ${day} 号`, '日历上有的日子');
  }

  /** `week 10-20/2,30`. */
  private weeks(): WeekRange[] {
    if (!this.accept('week')) return [];
    const weeks: WeekRange[] = [];
    do {
      const from = this.number(1, 53, '第 1 到 53 周');
      const to = this.accept('-') ? this.number(from, 53, '不早于开始的一周；跨年写成两段，例如 week 50-53,1-2') : from;
      const step = this.accept('/') ? this.number(2, 26, '每几周，例如 week 1-53/2') : 1;
      weeks.push(step === 1 ? [from, to] : [from, to, step]);
    } while (this.peek() === ',' && /^\d{1,2}$/.test(this.tokens[this.at + 1] ?? '') && this.accept(','));
    return weeks;
  }

  /** Weekdays, nth weekdays and holidays into the rule. @returns whether there were any */
  private weekdays(rule: HoursRule): boolean {
    const start = this.at;
    const nth: NthWeekday[] = [];
    let days = 0;
    for (;;) {
      const token = this.peek() ?? '';
      if (token === 'SH') throw new Refusal('没有寒暑假的日期表', '写成日期，例如 Jul 01-Aug 31');
      if (token !== 'PH' && !WEEKDAYS.includes(token)) break;
      this.at++;
      if (token === 'PH') days |= HOLIDAY;
      else if (this.peek() === '[') nth.push(...this.nthOf(WEEKDAYS.indexOf(token)));
      else days |= this.weekdayRange(WEEKDAYS.indexOf(token));
      if (this.peek() === '-' || this.peek() === '+')
        throw new Refusal('“节假日前后一天”还算不了', 'PH off 或 PH 09:00-12:00');
      const following = this.peek() ?? '';
      if (days === HOLIDAY && nth.length === 0 && WEEKDAYS.includes(following)) {
        // `PH Mo-Fr`: those holidays that are a Monday to Friday.
        rule.h = 1;
        days = 0;
        continue;
      }
      if (following === 'PH' || WEEKDAYS.includes(following))
        throw new Refusal('星期和节假日之间少了逗号', '例如 Mo-Fr,PH 09:00-18:00');
      const next = this.tokens[this.at + 1] ?? '';
      if (following !== ',' || (next !== 'PH' && next !== 'SH' && !WEEKDAYS.includes(next))) break;
      this.at++;
    }
    if (days !== 0) rule.d = days;
    if (nth.length > 0) rule.n = nth;
    return this.at > start;
  }

  private weekdayRange(from: number): number {
    if (!(this.peek() === '-' && WEEKDAYS.includes(this.tokens[this.at + 1] ?? ''))) return 1 << from;
    this.at++;
    return weekdaysBetween(from, WEEKDAYS.indexOf(this.take()));
  }

  /** `[1,3]`, `[-1]`, `[1-2]`, each with ` +2 days` behind it. */
  private nthOf(weekday: number): NthWeekday[] {
    this.at++;
    const nths: number[] = [];
    const expected = '每月第 1 到 5 个，或倒数的 -1 到 -5';
    do {
      if (this.accept('-')) nths.push(-this.number(1, 5, expected));
      else {
        const from = this.number(1, 5, expected);
        const to = this.accept('-') ? this.number(from, 5, expected) : from;
        for (let nth = from; nth <= to; nth++) nths.push(nth);
      }
    } while (this.accept(','));
    if (!this.accept(']')) throw this.unexpected(this.peek());
    const sign = this.peek() === '+' ? 1 : this.peek() === '-' ? -1 : 0;
    if (sign === 0) return nths.map((nth): NthWeekday => [weekday, nth]);
    this.at++;
    const daysAfter = sign * this.number(1, 31, '例如 Mo[1] +2 days');
    if (!this.accept('days') && !this.accept('day')) throw this.unexpected(this.peek());
    return nths.map((nth): NthWeekday => [weekday, nth, daysAfter]);
  }

  private number(least: number, most: number, expected: string): number {
    const token = this.take();
    const number = Number(token);
    if (/^\d+$/.test(token) && number >= least && number <= most) return number;
    throw new Refusal(token === '' ? '没有写完' : `看不懂「${token}」`, expected);
  }

  private spans(): Spans {
    const [times, openEnded]: [number[], number[]] = [[], []];
    while (/^\d{1,2}:\d{2}$/.test(this.peek() ?? '')) {
      const from = this.time(MINUTES_A_DAY - 1);
      if (this.accept('+')) openEnded.push(from, guessedEnd(from));
      else {
        const end = this.endOf(from);
        times.push(from, end);
        if (this.accept('+')) openEnded.push(end, guessedEnd(end));
      }
      if (this.peek() !== ',' || !/^\d{1,2}:\d{2}$/.test(this.tokens[this.at + 1] ?? '')) break;
      this.at++;
    }
    return { times, openEnded };
  }

  private endOf(from: number): number {
    if (!this.accept('-')) throw new Refusal('只写了一头的时间', '例如 09:00-18:00');
    const written = this.time(2 * MINUTES_A_DAY);
    // Who closes at 23:59 does not close for a minute.
    const to = written === MINUTES_A_DAY - 1 ? MINUTES_A_DAY : written;
    if (to === from) throw new Refusal('开始和结束是同一时刻', '全天开放写 24/7 或 00:00-24:00');
    const end = to < from ? to + MINUTES_A_DAY : to;
    if (end - from > MINUTES_A_DAY) throw new Refusal('一段时间超过了 24 小时', '全天开放写 24/7');
    return end;
  }

  private time(most: number): number {
    const token = this.take();
    const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(token) ?? [];
    const time = Number(hours) * 60 + Number(minutes);
    if (hours === undefined || Number(minutes) > 59 || time > most)
      throw new Refusal(`${token} 不是时刻`, '00:00 到 24:00');
    return time;
  }

  private peek = (): string | undefined => this.tokens[this.at];
  private take = (): string => this.tokens[this.at++] ?? '';
  private accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  private unexpected(token: string | undefined): Refusal {
    if (token === undefined || token === '') return new Refusal('没有写完', EXAMPLE);
    if (token.startsWith('"')) return new Refusal(`说明 ${token} 写的位置不对`, '说明写在时间后面');
    if (/^(?:sunrise|sunset|dawn|dusk)$/.test(token)) return new Refusal('日出日落天天不同，还算不了', '写成几点');
    if (token === 'easter') return new Refusal('复活节每年不同，还算不了', '写成日期');
    return new Refusal(`看不懂「${token}」`, EXAMPLE);
  }
}

/** How many days a month can have: 29 in February. */
export const daysOfMonth = (month: number): number => DAYS_OF_MONTHS[month - 1] ?? 31;

/** The months that have a day, each as a date of its own: of the 31st these are seven. */
export const datesOfDay = (day: number): number[] =>
  MONTHS.map((_, at) => at + 1)
    .filter((month) => day <= daysOfMonth(month))
    .map((month) => month * 100 + day);

/** The bits of the weekdays from one to another, over the turn of the week where the second comes first. */
export function weekdaysBetween(from: number, to: number): number {
  let days = 1 << from;
  for (let day = from; day !== to; day = (day + 1) % 7) days |= 1 << ((day + 1) % 7);
  return days;
}

/** Until when an open end is taken to reach, as the reference library guesses: its state is unknown until then. */
function guessedEnd(from: number): number {
  if (from >= 22 * 60) return Math.min(from + 8 * 60, 2 * MINUTES_A_DAY);
  return from >= 17 * 60 ? from + 10 * 60 : MINUTES_A_DAY;
}
