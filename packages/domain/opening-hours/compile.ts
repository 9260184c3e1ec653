/**
 * Compiles OpenStreetMap's `opening_hours` to the rules that the phone evaluates.
 *
 * It takes what places in a city write: weekdays, public holidays (`PH`), months, dates and date ranges with or without
 * a year, times with breaks and past midnight, `open`, `off`, `closed`, `unknown`, and the joints `;` `,` `||`. What
 * cannot be said in rules of minutes (sunrise, open ends, the nth weekday, school holidays, comments) is refused by
 * name, never guessed. The content build also holds every answer against the reference library.
 */
import { EVERY_WEEKDAY, HOLIDAY, type CompiledHours, type DateRange, type HoursRule, type Joint } from './types';
import { MINUTES_A_DAY } from './days';

export type Compiled = { ok: true; hours: CompiledHours } | { ok: false; message: string; expected: string };

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_OF = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const TOKEN = /\s*(24\/7|\d{1,2}:\d{2}|\d+|[A-Za-z]+|\|\||[-,;:+[\]]|"[^"]*"|\S)/gy;

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
 * @param written OpenStreetMap's syntax, such as `Mo-Fr 09:00-18:00; PH off`
 * @example compileHours('Mo-Fr 09:00-18:00') // { ok: true, hours: [{ d: 31, t: [540, 1080] }] }
 */
export function compileHours(written: string): Compiled {
  try {
    return { ok: true, hours: new Parser(written).rules() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, message: error.message, expected: error.expected };
  }
}

class Parser {
  private readonly tokens: string[];
  private at = 0;

  constructor(written: string) {
    this.tokens = [...written.trim().matchAll(TOKEN)].map(([, token]) => token as string);
    if (this.tokens.length === 0) throw new Refusal('没有写时间', EXAMPLE);
  }

  rules(): HoursRule[] {
    const rules: HoursRule[] = [this.rule(';')];
    while (this.at < this.tokens.length) {
      const joint = this.take();
      if (joint !== ';' && joint !== ',' && joint !== '||') throw this.unexpected(joint);
      if (joint === ';' && this.at === this.tokens.length) break;
      // What is added to a fallback is part of the fallback.
      const isFallback = joint === '||' || (joint === ',' && rules[rules.length - 1]?.j === '||');
      rules.push(this.rule(isFallback ? '||' : joint));
    }
    return rules;
  }

  private rule(joint: Joint): HoursRule {
    const start = this.at;
    const rule: HoursRule = {};
    if (this.accept('24/7')) return { d: EVERY_WEEKDAY, t: [0, MINUTES_A_DAY], ...(joint !== ';' && { j: joint }) };
    const dates = this.dates();
    if (dates.length > 0) rule.r = dates;
    if (dates.length > 0 && this.peek() === ':') this.at++;
    const days = this.weekdays();
    if (days !== 0) rule.d = days;
    const times = this.times();
    if (times.length > 0) rule.t = times;
    const word = this.peek();
    if (word === 'off' || word === 'closed') rule.m = 'off';
    else if (word === 'unknown') rule.m = 'unknown';
    else if (word !== 'open') {
      if (this.at === start) throw this.unexpected(this.peek());
      if (word !== undefined && ![';', ',', '||'].includes(word)) throw this.unexpected(word);
      if (times.length === 0) throw new Refusal('只写了哪天，没有写几点', '例如 Mo-Fr 09:00-18:00，或 Mo-Fr off');
      this.at--;
    }
    this.at++;
    if (joint !== ';') rule.j = joint;
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
      const last = this.accept('-') ? (this.year() ?? year) : year;
      if (MONTHS.includes(this.peek() ?? '')) throw new Refusal('几年里的同一段日子写在一起了', '每年各写一段，例如 2026 Jun 28-2026 Sep 15'); // prettier-ignore
      return [101, 1231, year, last];
    }
    const from = this.monthDay();
    let [to, toYear] = [from, year];
    if (this.accept('-')) {
      const otherYear = this.year();
      if (otherYear !== null) toYear = otherYear;
      if (/^\d{1,2}$/.test(this.peek() ?? '')) to = { month: from.month, day: this.day(from.month) };
      else to = this.monthDay();
      if ((from.day === null) !== (to.day === null))
        throw new Refusal('一头写了几号，另一头没写', '例如 Jun 28-Sep 15');
    }
    const first = from.month * 100 + (from.day ?? 1);
    const last = to.month * 100 + (to.day ?? (DAYS_OF[to.month - 1] as number));
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
    if (day >= 1 && day <= (DAYS_OF[month - 1] as number)) return day;
    throw new Refusal(`${month} 月没有 ${day} 号`, '日历上有的日子');
  }

  private weekdays(): number {
    let days = 0;
    for (;;) {
      const token = this.peek() ?? '';
      if (token === 'SH') throw new Refusal('没有寒暑假的日期表', '写成日期，例如 Jul 01-Aug 31');
      if (token !== 'PH' && !WEEKDAYS.includes(token)) return days;
      this.at++;
      if (token === 'PH') days |= HOLIDAY;
      else days |= this.weekdayRange(WEEKDAYS.indexOf(token));
      if (this.peek() === '[') throw new Refusal('“每月第几个星期几”还算不了', '每周都一样的时间');
      if (this.peek() === '-' || this.peek() === '+') throw new Refusal('“节假日前后一天”还算不了', 'PH off 或 PH 09:00-12:00'); // prettier-ignore
      const next = this.tokens[this.at + 1] ?? '';
      if (this.peek() !== ',' || (next !== 'PH' && next !== 'SH' && !WEEKDAYS.includes(next))) {
        if (this.peek() === 'PH' || WEEKDAYS.includes(this.peek() ?? '')) throw new Refusal('星期和节假日之间少了逗号', '例如 Mo-Fr,PH 09:00-18:00'); // prettier-ignore
        return days;
      }
      this.at++;
    }
  }

  private weekdayRange(from: number): number {
    if (!(this.peek() === '-' && WEEKDAYS.includes(this.tokens[this.at + 1] ?? ''))) return 1 << from;
    this.at++;
    const to = WEEKDAYS.indexOf(this.take());
    let days = 0;
    for (let day = from; ; day = (day + 1) % 7) {
      days |= 1 << day;
      if (day === to) return days;
    }
  }

  private times(): number[] {
    const times: number[] = [];
    while (/^\d{1,2}:\d{2}$/.test(this.peek() ?? '')) {
      const from = this.time(MINUTES_A_DAY - 1);
      if (this.peek() === '+') throw new Refusal('没有写到几点', '例如 18:00-22:00');
      if (!this.accept('-')) throw new Refusal('只写了一头的时间', '例如 09:00-18:00');
      const to = this.time(2 * MINUTES_A_DAY);
      if (this.peek() === '+') throw new Refusal('没有写到几点', '例如 18:00-22:00');
      if (to === from) throw new Refusal('开始和结束是同一时刻', '全天开放写 24/7 或 00:00-24:00');
      const end = to < from ? to + MINUTES_A_DAY : to;
      if (end - from > MINUTES_A_DAY) throw new Refusal('一段时间超过了 24 小时', '全天开放写 24/7');
      times.push(from, end);
      if (this.peek() !== ',' || !/^\d{1,2}:\d{2}$/.test(this.tokens[this.at + 1] ?? '')) break;
      this.at++;
    }
    return times;
  }

  private time(most: number): number {
    const token = this.take();
    const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(token) ?? [];
    const time = Number(hours) * 60 + Number(minutes);
    if (hours === undefined || Number(minutes) > 59 || time > most) throw new Refusal(`${token} 不是时刻`, '00:00 到 24:00'); // prettier-ignore
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
    if (token.startsWith('"')) return new Refusal(`时间里不能有说明 ${token}`, '说明写到另一栏（hoursNote）');
    if (/^(?:sunrise|sunset|dawn|dusk)$/.test(token)) return new Refusal('日出日落天天不同，还算不了', '写成几点');
    if (token === 'week') return new Refusal('“第几周”还算不了', '写成日期，例如 Jul 01-Aug 31');
    return new Refusal(`看不懂「${token}」`, EXAMPLE);
  }
}
