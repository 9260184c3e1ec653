/** The signs that open and close the parts of a newsletter: ◆, 一是, （一）, the full stop. */
import { numberOf } from './numerals';

/** Signs that stand before an item; `-` and `*` only with a blank behind them. */
const SIGN =
  /^\s*(?:([\u25a0-\u25ff★☆♦※•·›❯❱‣⁃⦁∙➔➜➝➞⬥⬧⬢➢✦✿❖❀◉❤☞➤➡→⇒▌▍▎✔✓√►✪✧✨❇❈⭐]|\p{Extended_Pictographic})\ufe0f?|([-*〇])(?=\s)|(>{1,3}|»{1,2}))\s*/u;
const NUMBER = '[一二三四五六七八九十]{1,3}';
/** In the order of trying; group 1 is the number. */
const POINTS = [
  new RegExp(`^(${NUMBER})是(?!否|非)`),
  new RegExp(`^第?(${NUMBER})[、，,．.]\\s*`),
  new RegExp(`^[（(](${NUMBER}|\\d{1,2})[)）]\\s*`),
  // 1.5 is a number; 1.11月14日 is item 1.
  /^(\d{1,2})(?:[、．]|\.(?!\d)|\.(?=\d{1,2}月\d{1,2}日))\s*/,
];
/** A sentence's end, the brackets that close behind it, and a remark of its own in brackets: ……61个。（7月8日） */
const CLOSED = /[。！？!?；;…][”’」』）)》】]*(?:[（(][^（）()]{1,12}[)）])?$/;
const TITLE_LONGEST = 60;

/** A mark at the front of a line, and what stands behind it. */
export interface Mark {
  /** Marks of one family belong together: a sign is a family, and so is each way of numbering. */
  family: string;
  number: number | null;
  content: string;
}

/** Ways of numbering that are one character each: ① ⑴ ⒈ ❶ ㈠. */
const NUMBER_CHARACTERS: readonly (readonly [family: string, first: number, last: number])[] = [
  ['circled', 0x2460, 0x2473],
  ['parenthesized', 0x2474, 0x2487],
  ['full stop', 0x2488, 0x249b],
  ['negative circled', 0x2776, 0x277f],
  ['sans-serif circled', 0x2780, 0x2789],
  ['negative sans-serif circled', 0x278a, 0x2793],
  ['ideograph', 0x3220, 0x3229],
];
/** Ways of numbering, group 1 is the number. 1.5 is a number of its own; 1.11月14日 is item 1. */
const NUMBERINGS: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['keycap', /^(\d{1,2})\ufe0f?\u20e3\s*/],
  ['bracketed', /^[（(]\s*(\d{1,2})\s*[)）]\s*[、.．]?\s*/],
  ['bracketed ideograph', /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*[、.．]?\s*/],
  ['half bracket', /^(\d{1,2})\s*[)）]\s*/],
  ['digit', /^(\d{1,2})\s*(?:[、．｜|]|\.(?!\d)|\.(?=\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底份])))\s*/],
  ['two digits', /^(0\d)\s*(?:[/／]\s*)?(?![\d.:：年月日%/／])/],
  ['ideograph', /^([一二三四五六七八九十]{1,3})\s*[、．.]\s*/],
  ['slash', /^([1-9]\d?)\s*[/／]\s+(?=[^\d\s]|\d{1,2}月)/],
  // 一是10月26日，…… tells a deed of its own; 一是强化组织 is a point of one.
  ['deeds', /^([一二三四五六七八九十]{1,3})是(?=\d{1,2}月\d{1,2}日)/],
];

/**
 * Reads the mark of an item, a title or a group, whatever typography the newsletter has.
 *
 * @returns null for a line without a mark, or with nothing behind it
 * @example markOf('（1）7月7日，鱼嘴镇总工会举行拔河赛。') // { family: 'bracketed', number: 1, content: '7月7日，…' }
 */
export function markOf(text: string): Mark | null {
  const sign = SIGN.exec(text);
  if (sign) {
    const family = sign[1] ?? sign[2] ?? sign[3] ?? '';
    // ★ 通知公告 ★ has its sign on both sides.
    const content = text.slice(sign[0].length).replace(new RegExp(`\\s*${escapeSign(family)}$`, 'u'), '');
    return content === '' ? null : { family, number: null, content };
  }
  const code = text.codePointAt(0) ?? 0;
  const single = NUMBER_CHARACTERS.find(([, first, last]) => code >= first && code <= last);
  if (single) {
    const content = text.slice(1).replace(/^[\s、.．]+/, '');
    return content === '' ? null : { family: single[0], number: code - single[1] + 1, content };
  }
  for (const [family, pattern] of NUMBERINGS) {
    const hit = pattern.exec(text);
    const content = hit ? text.slice(hit[0].length) : '';
    if (hit && content !== '') return { family, number: numberOf(hit[1] ?? ''), content };
  }
  return null;
}

const escapeSign = (sign: string): string => sign.replace('*', '\\*');

/** A site's list puts the day of publication in front of its titles: [2026-11-12] 区总工会普法进工地. */
const LISTED_DAY = /^[[［【（(]\s*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*[\]］】）)]\s*/;

/** A heading between signs, ⭐ 工会动态 ⭐, without them. */
export function undecorated(text: string): string {
  const plain = text.replace(SIGN, '').replace(LISTED_DAY, '');
  const signs = new RegExp(`(?:${SIGN.source.replace('^', '')})+$`, 'u');
  return plain.replace(signs, '').trim() || text;
}

/** Takes the sign off an item (`◆11月14日…`); null for a line that has none. */
export function unmarkItem(text: string): string | null {
  const mark = SIGN.exec(text);
  return mark && mark[0].length < text.length ? text.slice(mark[0].length) : null;
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
    const [written = '', numeral = ''] = mark.exec(text) ?? [];
    const number = numberOf(numeral);
    if (number !== null && number > 0 && written.length < text.length) {
      return { number, rest: text.slice(written.length) };
    }
  }
  return null;
}

/** Takes a list's bullet or number off an entry. */
export const unlist = (text: string): string => unmarkItem(text) ?? pointOf(text)?.rest ?? text;

/** Does the line end as a sentence does? A line of prose that doesn't goes on in the next. */
export const isClosed = (text: string): boolean => CLOSED.test(text.slice(-20));

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
