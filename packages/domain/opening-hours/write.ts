/** Rules as OpenStreetMap's `opening_hours` writes them: what the dataset keeps. */
import { daysOfMonth, MONTHS, OPEN_YEAR, WEEKDAYS, type WrittenRule } from './compile';
import { MINUTES_A_DAY } from './days';
import { HOLIDAY, type DateRange, type NthWeekday, type WeekRange } from './types';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Writes rules in the syntax; `compileHours` reads the same rules from it.
 *
 * @example writeHours([{ d: 31, t: [540, 1080] }, { d: 128, m: 'off' }]) // 'Mo-Fr 09:00-18:00; PH off'
 */
export function writeHours(rules: readonly WrittenRule[]): string {
  const [only] = rules;
  if (rules.length === 1 && only && isAroundTheClock(only)) return '24/7';
  return rules.map((rule, at) => (at === 0 ? '' : jointOf(rule)) + writeRule(rule)).join('');
}

const isAroundTheClock = ({ d, t, ...others }: WrittenRule): boolean =>
  Object.keys(others).length === 0 &&
  (d === undefined || (d & 127) === 127) &&
  t?.length === 2 &&
  t[0] === 0 &&
  t[1] === MINUTES_A_DAY;

const jointOf = ({ j }: WrittenRule): string => (j === '||' ? ' || ' : `${j ?? ';'} `);

function writeRule({ r = [], w = [], d = 0, h, n = [], t = [], m, comment }: WrittenRule): string {
  const days = [...writeWeekdays(d), ...n.map(writeNth), ...(d & HOLIDAY ? ['PH'] : [])].join(',');
  // A comment without the word would make the hours unknown.
  const needsWord = m === undefined && (t.length === 0 || comment !== undefined);
  return [
    r.map(writeDates).join(','),
    w.length > 0 ? `week ${w.map(writeWeeks).join(',')}` : '',
    h ? `PH ${days}` : days,
    writeTimes(t),
    m ?? (needsWord ? 'open' : ''),
    comment === undefined ? '' : `"${comment.replace(/"/g, '”')}"`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** 0b0011111 → Mo-Fr; runs of three and more as a range, the rest as a list. */
function writeWeekdays(days: number): string[] {
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    if (!(days & (1 << day))) continue;
    let last = day;
    while (last < 6 && days & (1 << (last + 1))) last++;
    if (last - day >= 2) parts.push(`${WEEKDAYS[day]}-${WEEKDAYS[last]}`);
    else parts.push(...WEEKDAYS.slice(day, last + 1));
    day = last;
  }
  return parts;
}

function writeNth([weekday, nth, daysAfter = 0]: NthWeekday): string {
  const offset = daysAfter === 0 ? '' : ` ${daysAfter > 0 ? '+' : '-'}${Math.abs(daysAfter)} days`;
  return `${WEEKDAYS[weekday]}[${nth}]${offset}`;
}

const writeWeeks = ([from, to, step = 1]: WeekRange): string =>
  `${from === to ? from : `${from}-${to}`}${step === 1 ? '' : `/${step}`}`;

function writeDates([from, to, fromYear, toYear]: DateRange): string {
  const first = writeDate(from, fromYear);
  if (from === 101 && toYear === OPEN_YEAR) return `${fromYear}+`;
  const isWholeMonths = from % 100 === 1 && to % 100 === daysOfMonth(Math.floor(to / 100));
  if (isWholeMonths && fromYear === undefined) {
    const [month, lastMonth] = [from, to].map((date) => MONTHS[Math.floor(date / 100) - 1]);
    return month === lastMonth ? `${month}` : `${month}-${lastMonth}`;
  }
  return from === to && fromYear === toYear ? first : `${first}-${writeDate(to, toYear)}`;
}

const writeDate = (monthDay: number, year: number | undefined): string =>
  `${year === undefined ? '' : `${year} `}${MONTHS[Math.floor(monthDay / 100) - 1]} ${two(monthDay % 100)}`;

function writeTimes(times: readonly number[]): string {
  const spans = times.flatMap((from, at) => (at % 2 === 0 ? [`${clock(from)}-${clock(endOf(times, at))}`] : []));
  return spans.join(',');
}

/** The end of a span as the syntax has it: 26:00 is 02:00 where that can't be the same day. */
function endOf(times: readonly number[], at: number): number {
  const [from = 0, to = 0] = times.slice(at, at + 2);
  return to > MINUTES_A_DAY && to - MINUTES_A_DAY < from ? to - MINUTES_A_DAY : to;
}

const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
