/**
 * The lunar date (农历) and the solar terms (节气) from a small table that the content build takes from a
 * library; see scripts/generate/lunar.ts. Outside the table there is no lunar date rather than a guess.
 */
import { addDays, daysBetween, partsOf, type Day } from '../calendar';
import { defined } from '../narrow';

/** What the build knows of the sky, small enough for the main package. */
export interface LunarTable {
  /** The first day of the first month below. */
  first: Day;
  /** One number a lunar month: `1230` is the twelfth with 30 days, `-629` the leap sixth with 29. */
  months: readonly number[];
  /** The day of the month of each solar term, 24 a year from 小寒, two a month. */
  terms: Readonly<Record<string, readonly number[]>>;
}

export interface LunarDate {
  month: number;
  leap: boolean;
  day: number;
  /** Has the month 29 or 30 days? */
  length: number;
}

/** The day's lunar date, or null outside the table. */
export function lunarOf({ first, months }: LunarTable, day: Day): LunarDate | null {
  let left = daysBetween(first, day);
  if (left < 0) return null;
  for (const packed of months) {
    const month = Math.floor(Math.abs(packed) / 100);
    const length = Math.abs(packed) % 100;
    if (left < length) return { month, leap: packed < 0, day: left + 1, length };
    left -= length;
  }
  return null;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
const MONTHS = ['', '正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'] as const;
const TERMS =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  );

/** 初一 … 三十. */
export function sayLunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[day % 10]}`;
}

export const sayLunarMonth = ({ month, leap }: Pick<LunarDate, 'month' | 'leap'>): string =>
  `${leap ? '闰' : ''}${MONTHS[month]}月`;

const LUNAR_FESTIVALS: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-15': '元宵节',
  '5-5': '端午节',
  '7-7': '七夕',
  '8-15': '中秋节',
  '9-9': '重阳节',
  '12-8': '腊八节',
};

/** Fixed days that workers keep. Source: 全国年节及纪念日放假办法, articles 2 and 3. */
const SOLAR_FESTIVALS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '03-08': '妇女节',
  '05-01': '劳动节',
  '10-01': '国庆节',
};

/** 立春 …, on its day, or null. */
export function solarTermOf({ terms }: LunarTable, day: Day): string | null {
  const { year, month, day: number } = partsOf(day);
  const at = (defined(month) - 1) * 2;
  const days = terms[String(year)];
  const found = [at, at + 1].find((index) => days?.[index] === number);
  return found === undefined ? null : defined(TERMS[found]);
}

/** The festival of a day, or null. 除夕 is the last day of the lunar year, whether that has 29 or 30 days. */
export function festivalOf(table: LunarTable, day: Day): string | null {
  const lunar = lunarOf(table, day);
  if (lunar && !lunar.leap) {
    const named = LUNAR_FESTIVALS[`${lunar.month}-${lunar.day}`];
    if (named) return named;
    const next = lunarOf(table, addDays(day, 1));
    if (next?.month === 1 && next.day === 1 && !next.leap) return '除夕';
  }
  return SOLAR_FESTIVALS[day.slice(5)] ?? null;
}

/**
 * The few characters under a day's number: its festival, its solar term, a month's name on its first day,
 * else the lunar day. Empty outside the table.
 *
 * @example sayUnderDay(table, '2026-02-17') // '春节'
 */
export function sayUnderDay(table: LunarTable, day: Day): string {
  const lunar = lunarOf(table, day);
  return (
    festivalOf(table, day) ??
    solarTermOf(table, day) ??
    (lunar === null ? '' : lunar.day === 1 ? sayLunarMonth(lunar) : sayLunarDay(lunar.day))
  );
}

/** The whole lunar date with what is special about it: 农历十月十四 · 小雪. Null outside the table. */
export function sayLunarDate(table: LunarTable, day: Day): string | null {
  const lunar = lunarOf(table, day);
  if (lunar === null) return null;
  return [`农历${sayLunarMonth(lunar)}${sayLunarDay(lunar.day)}`, festivalOf(table, day), solarTermOf(table, day)]
    .filter((part) => part !== null)
    .join(' · ');
}
