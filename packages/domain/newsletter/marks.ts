/** The signs that open and close the parts of a newsletter: ◆, 一是, （一）, the full stop. */
import { openingOf } from './dates';
import { numberOf } from './numerals';

const ITEM = /^\s*(?:[◆◇◈●○◎■□▪▫★☆♦▶►▷※•·➢✦]|[-*](?=\s))\s*/;
const NUMBER = '[一二三四五六七八九十]{1,3}';
/** In the order of trying; group 1 is the number. */
const POINTS = [
  new RegExp(`^(${NUMBER})是(?!否|非)`),
  new RegExp(`^第?(${NUMBER})[、，,．.]\\s*`),
  new RegExp(`^[（(](${NUMBER}|\\d{1,2})[)）]\\s*`),
  // 1.5 is a number; 1.11月14日 is item 1.
  /^(\d{1,2})(?:[、．]|\.(?!\d)|\.(?=\d{1,2}月\d{1,2}日))\s*/,
];
const CLOSED = /[。！？!?；;…][”’」』）)》】]*$/;
const TITLE_LONGEST = 60;

/** Takes the mark off an item (`◆11月14日…`); null for a line that has none. */
export function unmarkItem(text: string): string | null {
  const mark = ITEM.exec(text);
  return mark && mark[0].length < text.length ? text.slice(mark[0].length) : null;
}

/** Takes the mark or the number off an item of news: `◆`, `- `, and `1．` where a date follows it. */
export function unmarkNews(text: string): string | null {
  const numbered = pointOf(text)?.rest;
  return unmarkItem(text) ?? (numbered !== undefined && openingOf(numbered) ? numbered : null);
}

/** A line that opens one of a case's points. */
export interface PointOpening {
  number: number;
  /** What follows the mark. */
  rest: string;
}

/**
 * Reads the mark of a point.
 *
 * @example pointOf('二是融入技术，让佳作“动”起来。') // { number: 2, rest: '融入技术，让佳作“动”起来。' }
 */
export function pointOf(text: string): PointOpening | null {
  for (const mark of POINTS) {
    const hit = mark.exec(text);
    const number = hit ? numberOf(hit[1] as string) : null;
    if (hit && number !== null && number > 0 && hit[0].length < text.length) {
      return { number, rest: text.slice(hit[0].length) };
    }
  }
  return null;
}

/** Takes a list's bullet or number off an entry. */
export const unlist = (text: string): string => unmarkItem(text) ?? pointOf(text)?.rest ?? text;

/** Does the line end as a sentence does? A line of prose that doesn't goes on in the next. */
export const isClosed = (text: string): boolean => CLOSED.test(text.slice(-8));

/** Could the line be a title: short, and not a sentence? */
export const isTitleLike = (text: string): boolean => text.length <= TITLE_LONGEST && !isClosed(text);

const OPENING = '“「《（(';
const CLOSING = '”」》）)';
const scanner = (stops: string): RegExp => new RegExp(`[${stops}${OPENING}${CLOSING}]`, 'g');
const SENTENCE = scanner('。！？!?');
const CLAUSE = scanner('，,；;：:');

/**
 * Splits at sentence ends, keeping them, and never inside quotes or brackets.
 *
 * @example sentences('甲“好。真好”乙。丙。') // ['甲“好。真好”乙。', '丙。']
 */
export const sentences = (text: string): string[] => splitOutside(text, SENTENCE);

/** Splits behind commas, semicolons and colons, keeping them, and never inside quotes or brackets. */
export const clauses = (text: string): string[] => splitOutside(text, CLAUSE);

function splitOutside(text: string, scan: RegExp, ignoreBrackets = false): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: char, index } of text.matchAll(scan)) {
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 || ignoreBrackets) {
      parts.push(text.slice(from, index + 1));
      from = index + 1;
    }
  }
  // A quote that nobody closed must not swallow the rest.
  if (depth > 0 && !ignoreBrackets) return splitOutside(text, scan, true);
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
