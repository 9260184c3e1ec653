/**
 * Hours as a clerk writes them in Chinese, put into OpenStreetMap's `opening_hours`.
 *
 * Only what can mean one thing is taken: 9:00-5:30 (evening or next morning?), 夏季 (which days?) and every word not
 * known are refused. 工作日 means the official calendar: Monday to Friday, not on public holidays, and on the weekends
 * worked for them; 周一至周五 says nothing of holidays and stays so.
 */
import { HOLIDAY } from './types';

export type PlainHours = { ok: true; written: string } | { ok: false; message: string; expected: string };

const EXPECTED = '例如 周一至周五 9:00-12:00,14:00-18:00；周六 10:00-16:00；节假日休息，或 24小时，或 OSM 写法 Mo-Fr 09:00-18:00'; // prettier-ignore
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_CHARS = '一二三四五六日';

class Unclear extends Error {}

interface Clause {
  days: number;
  dates: string[];
  /** As written in the result: 09:00-12:00. */
  times: string[];
  isOff: boolean;
}

type Token =
  | { type: 'days'; days: number; official?: true }
  | { type: 'dates'; dates: string }
  | { type: 'times'; times: string }
  | { type: 'off' | 'break' | 'usual' | 'separator' };

/**
 * Translates, or says what could not be understood.
 *
 * @example plainHours('9:00-18:00，周日休息') // { ok: true, written: 'Mo-Su 09:00-18:00; Su off' }
 */
export function plainHours(text: string): PlainHours {
  try {
    return { ok: true, written: write(tokensOf(normalise(text))) };
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    return { ok: false, message: error.message, expected: EXPECTED };
  }
}

/** Half width, one kind of dash, 星期 as 周, without the words that say nothing. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〜~—–―−‐﹣]+|-{2,}/g, '-')
    .replace(/[至到]/g, '-')
    .replace(/星期|礼拜/g, '周')
    .replace(/每周/g, '周')
    .replace(/[天](?=[-,、;;和及]|\d|$)/g, (day, at: number, all: string) => (all[at - 1] === '周' ? '日' : day))
    .replace(/(\d{1,2})\.(\d{2})(?!\d)/g, '$1:$2')
    .replace(/(?:营业|开放|服务|开门)?时间:?|中午不休息?|午间不休息?|不午休/g, '')
    .replace(/小时制/g, '');

const TOKENS: [pattern: RegExp, read: (match: RegExpExecArray) => Token | null][] = [
  [/(?:全年|全天候?|每天|每日|天天)*(?:24|二十四)(?:小时|h)(?:全天候?)?|全天候?/y, () => ({ type: 'times', times: '00:00-24:00' })],
  [/(?:法定)?(?:公众|公共)?节假日|法定假日|公众假期/y, () => ({ type: 'days', days: HOLIDAY })],
  [/工作日/y, () => ({ type: 'days', days: 0b11111, official: true })],
  [/(?:周末|双休日)/y, () => ({ type: 'days', days: 0b1100000 })],
  [/全年(?:无休|不休息?)/y, () => ({ type: 'days', days: 0b1111111 | HOLIDAY })],
  [/每天|每日|天天|全周|全年/y, () => ({ type: 'days', days: 0b1111111 })],
  [/周([一二三四五六日])-周?([一二三四五六日])/y, ([, from = '', to = '']) => ({ type: 'days', days: daysBetween(from, to) })],
  [/周([一二三四五六日](?:[,、和及]?[一二三四五六日])*)/y, ([, days = '']) => ({ type: 'days', days: daysNamed(days) })],
  [/(?:(\d{4})年)?(\d{1,2})(?:月(?:(\d{1,2})[日号])?)?-(?:(\d{4})年)?(?:(\d{1,2})月(?:(\d{1,2})[日号])?|(\d{1,2})[日号])/y, dateRange],
  [/(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号])?/y, ([, year, month, day]) => ({ type: 'dates', dates: dateText(year, month, day) })],
  [/(上午|早上|早晨|早|中午|下午|傍晚|晚上|晚间|晚|凌晨)?(\d{1,2})(?::(\d{2})|[点时](半|(\d{1,2})分?)?)?-(次日|第二天|翌日)?(上午|早上|早晨|早|中午|下午|傍晚|晚上|晚间|晚|凌晨)?(\d{1,2})(?::(\d{2})|[点时](半|(\d{1,2})分?)?)?/y, timeRange],
  [/午休/y, () => ({ type: 'break' })],
  [/(?:暂停|不)?(?:照常|正常)(?:开放|营业|开门)?|(?:不休息?|无休)/y, ([word]) => ({ type: word.startsWith('暂停') ? 'off' : 'usual' })],
  [/除外|休息|不开(?:放|门)?|不营业|关闭|关门|闭馆|停开|放假|休/y, () => ({ type: 'off' })],
  [/[,、;()]|和|及|以及|与|。/y, () => ({ type: 'separator' })],
  [/开放|营业|开门|服务|均|都|为|:/y, () => null],
]; // prettier-ignore

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const found = TOKENS.map(([pattern, read]) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match && match[0] !== '' ? { match, read } : null;
    }).find(Boolean);
    if (!found) throw new Unclear(`看不懂「${text.slice(at, at + 8)}」`);
    const token = found.read(found.match);
    if (token) tokens.push(token);
    at += found.match[0].length;
  }
  if (tokens.length === 0) throw new Unclear('没有写时间');
  return tokens;
}

function daysBetween(from: string, to: string): number {
  let days = 0;
  for (let day = DAY_CHARS.indexOf(from); ; day = (day + 1) % 7) {
    days |= 1 << day;
    if (day === DAY_CHARS.indexOf(to)) return days;
  }
}

const daysNamed = (text: string): number =>
  [...text].reduce((days, char) => (DAY_CHARS.includes(char) ? days | (1 << DAY_CHARS.indexOf(char)) : days), 0);

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const name = MONTHS[Number(month) - 1];
  if (!name) throw new Unclear(`没有 ${month} 月`);
  return [year, name, day === undefined ? undefined : two(Number(day))].filter(Boolean).join(' ');
}

/** 6月28日-9月15日, 7-9月, 6月28日-30日, 2026年6月28日-9月15日. */
function dateRange(match: RegExpExecArray): Token {
  const [all, year, month, day, toYear, toMonth] = match;
  const toDay = match[6] ?? match[7];
  if (toMonth === undefined && day === undefined) throw new Unclear(`看不懂「${all}」`);
  if ((day === undefined) !== (toDay === undefined)) throw new Unclear(`「${all}」一头写了几号，另一头没写`);
  const endYear = toYear ?? (year !== undefined && Number(toMonth ?? month) < Number(month) ? String(Number(year) + 1) : year);
  return { type: 'dates', dates: `${dateText(year, month, day)}-${dateText(endYear, toMonth ?? month, toDay)}` };
} // prettier-ignore

function timeRange(match: RegExpExecArray): Token {
  const [all, part, hour, minute, half, minutes, nextDay, toPart, toHour, toMinute, toHalf, toMinutes] = match;
  const from = minutesOf(part, hour, minute ?? minutes, half, all);
  // 下午2-5点 means both in the afternoon.
  const inherited = toPart ?? (part && Number(toHour) > Number(hour) && !nextDay ? part : undefined);
  const to = minutesOf(inherited, toHour, toMinute ?? toMinutes, toHalf, all);
  if (to === from) throw new Unclear(`「${all}」开始和结束一样`);
  const isEvening = from >= 17 * 60 && to <= 12 * 60;
  if (to < from && !nextDay && !isEvening) throw new Unclear(`「${all}」是当天还是次日，看不出来；用 24 小时制，过夜的写「次日」`);
  if (to > from && nextDay && to < 24 * 60) throw new Unclear(`「${all}」超过了 24 小时`);
  return { type: 'times', times: `${clock(from)}-${clock(to)}` };
} // prettier-ignore

const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function minutesOf(part: string | undefined, hour: string | undefined, minute: string | undefined, half: string | undefined, all: string): number {
  let hours = Number(hour);
  if (/下午|傍晚|晚/.test(part ?? '') && hours < 12) hours += 12;
  else if (part === '中午' && hours < 11) hours += 12;
  const minutes = half === '半' ? 30 : Number(minute ?? 0);
  if (hours > 24 || minutes > 59 || hours * 60 + minutes > 1440) throw new Unclear(`「${all}」里有不存在的时刻`);
  return hours * 60 + minutes;
} // prettier-ignore

function write(tokens: readonly Token[]): string {
  const clauses = clausesOf(tokens);
  if (!clauses.some(({ isOff, times }) => !isOff && times.length > 0)) throw new Unclear('没有写几点开');
  const isOfficial = tokens.some((token) => token.type === 'days' && token.official);
  const saysHolidays = clauses.some(({ days }) => (days & HOLIDAY) !== 0);
  const [first] = clauses as [Clause];
  if (clauses.length === 1 && first.times.join() === '00:00-24:00' && (first.days & ~HOLIDAY || 127) === 127 && first.dates.length === 0) return '24/7'; // prettier-ignore
  // A later rule replaces or takes from an earlier: first what is open, then what is closed of it, then the holidays.
  const rank = ({ days, isOff }: Clause): number => (days === HOLIDAY ? 2 : isOff ? 1 : 0);
  const ordered = [...clauses].sort((a, b) => rank(a) - rank(b));
  const rules = ordered.map((clause) => {
    const isBreak = clause.isOff && clause.times.length > 0;
    const days = clause.days === 0 && !isBreak && clause.dates.length === 0 ? 127 : clause.days;
    return [clause.dates.join(','), sayDays(days), clause.times.join(','), clause.isOff ? 'off' : ''].filter(Boolean).join(' '); // prettier-ignore
  });
  return [...rules, ...(isOfficial && !saysHolidays ? ['PH off'] : [])].join('; ');
}

function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let now: Clause = { days: 0, dates: [], times: [], isOff: false };
  const isStarted = (): boolean => now.times.length > 0 || now.isOff;
  const end = (): void => {
    if (isStarted()) clauses.push(now);
    else if (now.days !== 0 || now.dates.length > 0) throw new Unclear('有一处只写了哪天，没写几点');
    now = { days: 0, dates: [], times: [], isOff: false };
  };
  for (const token of tokens) {
    if ((token.type === 'days' || token.type === 'dates') && isStarted()) end();
    if (token.type === 'days') now.days |= token.days;
    else if (token.type === 'dates') now.dates.push(token.dates);
    else if (token.type === 'times') now.times.push(token.times);
    else if (token.type === 'break') {
      end();
      now.isOff = true;
    } else if (token.type === 'usual') usual(now, clauses);
    else if (token.type === 'off') off(now, clauses);
    if (token.type === 'off' || token.type === 'usual') end();
  }
  end();
  return clauses;
}

/** 节假日照常: the hours said before hold on those days too. */
function usual(now: Clause, clauses: readonly Clause[]): void {
  const last = [...clauses].reverse().find(({ isOff }) => !isOff);
  if (now.days === 0 && now.dates.length === 0) return;
  if (!last) throw new Unclear('“照常”前面没有写几点');
  now.times.push(...last.times);
}

/** 周日休息 closes days; 12:00-14:00休息 behind the hours that it lies in closes that time. */
function off(now: Clause, clauses: Clause[]): void {
  if (now.times.length === 0 && now.days === 0 && now.dates.length === 0) throw new Unclear('“休息”前面没有写哪天');
  const [last = '', ...before] = [...now.times].reverse();
  if (before.length > 0) {
    if (!before.some((one) => isWithin(last, one))) throw new Unclear('看不出哪段时间休息');
    clauses.push({ ...now, times: before.reverse() });
    now.times = [last];
  } else if (last !== '' && clauses.length === 0) throw new Unclear('看不出哪段时间休息');
  now.isOff = true;
}

const isWithin = (inner: string, outer: string): boolean => inner.slice(0, 5) >= outer.slice(0, 5) && inner.slice(6) <= outer.slice(6); // prettier-ignore

/** 0b0011111 → Mo-Fr; runs of three and more as a range, the rest as a list. */
function sayDays(days: number): string {
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    if (!(days & (1 << day))) continue;
    let last = day;
    while (last < 6 && days & (1 << (last + 1))) last++;
    if (last - day >= 2) parts.push(`${WEEKDAYS[day]}-${WEEKDAYS[last]}`);
    else parts.push(...WEEKDAYS.slice(day, last + 1));
    day = last;
  }
  if (days & HOLIDAY) parts.push('PH');
  return parts.join(',');
}
