/** Reads dates and times as people type them, and says what was understood. Days are those of Chongqing. */
import { addDays, daysBetween, sayDate, weekStart, type Day } from '@yugong/domain/calendar';
import { normalise } from '@yugong/domain/typing';

const NUMERALS = '零一二三四五六七八九';

/** 十一 → 11, 二十 → 20, 三十一 → 31, 二〇二六 → 2026; what is no numeral stays. */
const withDigits = (text: string): string =>
  text
    .replace(/〇/g, '零')
    .replace(/两(?=点)/g, '2')
    .replace(/[零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((one) => NUMERALS.indexOf(one)).join(''))
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号点])/g, (_, tens: string, ones: string) =>
      String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0)),
    )
    .replace(/([一二三四五六七八九])(?=[月日号点])/g, (one) => String(NUMERALS.indexOf(one)));

const NEAR: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
};
const WEEKDAYS = '一二三四五六日';
const WEEKS: Record<string, number> = { 上: -7, 这: 0, 本: 0, 下: 7 };

/** Is it a day of the calendar? */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const two = (text: string): string => text.padStart(2, '0');

/** The day of a month and day without a year that lies nearest to today. */
function nearest(month: string, day: string, today: Day): string | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].map((one) => `${one}-${two(month)}-${two(day)}`).filter(isDay);
  const [first] = days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return first ?? null;
}

/**
 * Reads a date as it was typed.
 *
 * @param today what 昨天 and a date without a year are taken from
 * @param exact false where a month or a year alone will do
 * @returns `YYYY-MM-DD`, or where `exact` is false also `YYYY-MM` or `YYYY`; null for what is no date
 * @example
 * readTypedDate('3月5号', '2026-02-20') // '2026-03-05'
 * readTypedDate('2026.3', '2026-02-20', { exact: false }) // '2026-03'
 * readTypedDate('上周五', '2026-11-30') // '2026-11-27'
 */
export function readTypedDate(typed: string, today: Day, { exact = true } = {}): string | null {
  const text = withDigits(normalise('text', typed).normalize('NFKC').replace(/\s+/g, ''));
  const near = NEAR[text];
  if (near !== undefined) return addDays(today, near);
  const week = /^([上这本下])?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text);
  if (week) {
    const weekday = WEEKDAYS.indexOf((week[2] ?? '').replace('天', '日'));
    return addDays(weekStart(today), (WEEKS[week[1] ?? '本'] ?? 0) + weekday);
  }
  // The weekday behind a date says nothing that the date doesn't.
  const bare = text.replace(/[（(]?(?:周|星期)[一二三四五六日天][)）]?$/, '');
  const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (whole) {
    const day = `${whole[1]}-${two(whole[2] ?? '')}-${two(whole[3] ?? '')}`;
    return isDay(day) ? day : null;
  }
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(bare);
  if (short) return nearest(short[1] ?? '', short[2] ?? '', today);
  const own = /^(\d{1,2})[日号]$/.exec(bare);
  if (own) {
    const day = `${today.slice(0, 8)}${two(own[1] ?? '')}`;
    return isDay(day) ? day : null;
  }
  if (exact) return null;
  const month = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(bare);
  if (month) return isDay(`${month[1]}-${two(month[2] ?? '')}-01`) ? `${month[1]}-${two(month[2] ?? '')}` : null;
  return /^(\d{4})年?$/.exec(bare)?.[1] ?? null;
}

/**
 * Reads a time of day as it was typed.
 *
 * @returns `HH:mm`; null for what is none
 * @example readTypedTime('下午3点半') // '15:30'
 */
export function readTypedTime(typed: string): string | null {
  const text = withDigits(typed.normalize('NFKC').replace(/\s+/g, ''));
  const hit =
    /^(凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?(\d{1,2})(?:[:：](\d{2})|[点时](?:(\d{1,2})分?|(半)|整)?)$/.exec(text);
  if (!hit) return null;
  const [, part = '', hour = '', colon, minutes, half] = hit;
  const isLate = /下午|傍晚|晚/.test(part) || (part === '中午' && Number(hour) < 3);
  const h = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const m = half ? 30 : Number(colon ?? minutes ?? 0);
  return h < 24 && m < 60 ? `${two(String(h))}:${two(String(m))}` : h === 24 && m === 0 ? '24:00' : null;
}

/**
 * Reads a day with a time.
 *
 * @returns an ISO 8601 instant at +08:00; null where one of the two is missing
 * @example readTypedMoment('明天上午9点', '2026-11-30') // '2026-12-01T09:00:00+08:00'
 */
export function readTypedMoment(typed: string, today: Day): string | null {
  const text = typed.normalize('NFKC').trim();
  for (let at = 1; at < text.length; at += 1) {
    const time = readTypedTime(text.slice(at));
    const day = time === null ? null : readTypedDate(text.slice(0, at), today);
    if (day !== null && time !== null && time !== '24:00') return `${day}T${time}:00+08:00`;
  }
  return null;
}

/** A stored date as a field shows it: 2026年3月5日. */
export const typedDate = (date: string): string => sayDate(date, '');
