/** The dates a newsletter writes (11月14日, 11月13日至15日, 近日) and the days they mean. */
import { daysBetween } from '../calendar';
import { numberOf } from './numerals';

/** How far a date without a year may lie from the day the newsletter was published. */
export const DAYS_BEFORE_ISSUE = 120;
export const DAYS_AFTER_ISSUE = 31;

/** A date as it is written: what is missing is null. */
export interface WrittenDate {
  /** The words in the text, such as `11月13日至15日`. */
  words: string;
  /** Position behind the words. */
  end: number;
  year: number | null;
  month: number;
  /** Null for a month alone (11月中旬). */
  day: number | null;
  /** The last day of a span. */
  last: { year: number | null; month: number; day: number } | null;
}

/** What the start of an item says of when it was. */
export type Opening =
  | { kind: 'date'; date: WrittenDate }
  /** 近日 and its like: honestly undated. */
  | { kind: 'undated'; words: string; end: number }
  /** 昨日, 本周三: a day that depends on when the sentence was written, which nobody knows. */
  | { kind: 'relative'; words: string; end: number };

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DATE = new RegExp(
  `(?:(\\d{4}|[〇零一二三四五六七八九]{4})年)?${N}月(?:${N}日|份|上旬|中旬|下旬|初|底|末)?` +
    `(?:\\s*[至到—–～~-]+\\s*(?:(?:(\\d{4})年)?${N}月)?${N}日)?`,
);
/** 11月13-15日: the first day goes without 日. */
const SHORT_SPAN = new RegExp(`^(?:(\\d{4})年)?${N}月${N}\\s*(、|[至到—–～~-]+)\\s*${N}日`);
const UNDATED =
  /^(?:(?:\d{4}年)?\d{1,2}月?\s*[-—–～~至到]+\s*\d{1,2}月(?!\d)份?|近日|近期|日前|最近|近段时间|近段时期|连日来|近来|不久前|近几[日天]|这几天|这段时间)/;
const RELATIVE =
  /^(?:[今昨前]日|[今昨前]天|当[天日]|[本上]周[一二三四五六日天末]?|(?:上|本|当)月(?:\d{1,2}日|[上中下]旬|[初底]|(?=[，,、]))|\d{1,2}日(?:\s*[至到—–～~-]+\s*\d{1,2}日)?(?=[，,上下晚\s]))/;

/**
 * Reads what an item opens with.
 *
 * @returns null when it opens with neither a date nor a word for one.
 * @example openingOf('11月14日，市政协开展…') // { kind: 'date', date: { month: 11, day: 14, year: null, … } }
 */
export function openingOf(text: string): Opening | null {
  const date = writtenDateAt(text, 0);
  if (date) return { kind: 'date', date };
  const undated = UNDATED.exec(text);
  if (undated) return { kind: 'undated', words: undated[0], end: undated[0].length };
  const relative = RELATIVE.exec(text);
  return relative ? { kind: 'relative', words: relative[0], end: relative[0].length } : null;
}

/** 2026年4月大事记 says which month its items' days are of; a heading with a day, or with two months, doesn't. */
export function monthIn(heading: string): { year: number | null; month: number } | null {
  const [only, second] = [...writtenDates(heading)];
  return only && !second && only.day === null ? { year: only.year, month: only.month } : null;
}

/**
 * 8日至10日 below the heading of a month.
 *
 * @example dayUnderMonth('8日至10日', { year: 2026, month: 4 }) // { year: 2026, month: 4, day: 8, last: { …, day: 10 }, … }
 */
export function dayUnderMonth(
  words: string,
  { year, month }: { year: number | null; month: number },
): WrittenDate | null {
  const [, first, last] = /^(\d{1,2})日(?:\s*[至到—–～~-]+\s*(\d{1,2})日)?$/.exec(words) ?? [];
  if (first === undefined) return null;
  const end = last === undefined ? null : { year, month, day: Number(last) };
  return { words, end: words.length, year, month, day: Number(first), last: end };
}

/** Every date in a text, in order. */
export function* writtenDates(text: string): Generator<WrittenDate & { start: number }> {
  const finder = new RegExp(DATE.source, 'g');
  for (let hit = finder.exec(text); hit; hit = finder.exec(text)) {
    const date = writtenDateAt(text, hit.index);
    if (!date) continue;
    yield { ...date, start: hit.index };
    finder.lastIndex = date.end;
  }
}

function writtenDateAt(text: string, start: number): WrittenDate | null {
  // No date is longer; slicing keeps the anchored match from walking a long text.
  const rest = text.slice(start, start + 40);
  const short = SHORT_SPAN.exec(rest);
  // 13、14日 is a span only because nothing lies between the two.
  if (short && (short[4] !== '、' || count(short[5]) === count(short[3]) + 1)) {
    const month = count(short[2]);
    const last = { year: null, month, day: count(short[5]) };
    return { words: short[0], end: start + short[0].length, year: yearOf(short[1]), month, day: count(short[3]), last };
  }
  const hit = DATE.exec(rest);
  if (hit?.index !== 0) return null;
  const month = count(hit[2]);
  const day = hit[3] === undefined ? null : count(hit[3]);
  const last =
    day !== null && hit[6] !== undefined
      ? { year: yearOf(hit[4]), month: hit[5] === undefined ? month : count(hit[5]), day: count(hit[6]) }
      : null;
  return { words: hit[0], end: start + hit[0].length, year: yearOf(hit[1]), month, day, last };
}

const count = (text: string | undefined): number => numberOf(text ?? '') ?? 0;

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const digits = [...text].map((char) => numberOf(char));
  return Number(digits.join(''));
}

/** The days a written date means, or why they cannot be known. */
export type Resolved =
  | { ok: true; start: string; end: string | null }
  | { ok: false; reason: 'no-issue-date' | 'far-from-issue' | 'not-a-day' };

/**
 * Finds the days of a written date.
 *
 * A date without a year belongs to the year that puts it nearest to the day of issue, as long as it
 * is no more than {@link DAYS_BEFORE_ISSUE} days before or {@link DAYS_AFTER_ISSUE} after it: with
 * less than a year between the two, never more than one year fits.
 *
 * @example
 * resolve(date('12月30日'), '2025-01-05') // { ok: true, start: '2024-12-30', end: null }
 * resolve(date('1月2日'), null) // { ok: false, reason: 'no-issue-date' }
 */
export function resolve(date: WrittenDate, issueDate: string | null): Resolved {
  const parts = { month: date.month, day: date.day };
  let start: string | null;
  if (date.year === null) {
    // 2000 was a leap year: a day it doesn't have, no year has.
    if (!isReal(write(2000, parts))) return { ok: false, reason: 'not-a-day' };
    if (issueDate === null) return { ok: false, reason: 'no-issue-date' };
    start = nearest(parts, issueDate);
  } else start = write(date.year, parts);
  if (start === null) return { ok: false, reason: 'far-from-issue' };
  if (!isReal(start)) return { ok: false, reason: 'not-a-day' };
  if (!date.last) return { ok: true, start, end: null };
  const end = endOf(date.last, start);
  if (!isReal(end) || end < start) return { ok: false, reason: 'not-a-day' };
  return { ok: true, start, end: end === start ? null : end };
}

function nearest(parts: { month: number; day: number | null }, issueDate: string): string | null {
  const year = Number(issueDate.slice(0, 4));
  const fitting = [year - 1, year, year + 1]
    .map((candidate) => write(candidate, parts))
    .filter((text) => {
      if (!isReal(text)) return false;
      // A month alone is near when any day of it is; its middle stands for it.
      const apart = daysBetween(issueDate, text.length === 7 ? `${text}-15` : text);
      return apart >= -DAYS_BEFORE_ISSUE && apart <= DAYS_AFTER_ISSUE;
    });
  return fitting[0] ?? null;
}

/** A span that ends in an earlier month than it began runs over New Year. */
function endOf(last: { year: number | null; month: number; day: number }, start: string): string {
  const startYear = Number(start.slice(0, 4));
  const sameYear = write(last.year ?? startYear, last);
  return last.year === null && last.month < Number(start.slice(5, 7)) ? write(startYear + 1, last) : sameYear;
}

const write = (year: number, { month, day }: { month: number; day: number | null }): string =>
  [
    String(year).padStart(4, '0'),
    ...[month, ...(day === null ? [] : [day])].map((n) => String(n).padStart(2, '0')),
  ].join('-');

function isReal(text: string): boolean {
  const day = text.length === 7 ? `${text}-01` : text;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** 2026-03-02 or 2026年3月2日, and no more: how a page prints a day above what it tells of it. */
export const isBareDay = (text: string): boolean =>
  /^\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)$/.test(text);

/** Is it a day of the calendar, `YYYY-MM-DD`? */
export const isCalendarDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isReal(text);
