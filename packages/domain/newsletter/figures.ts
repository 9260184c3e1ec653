/** The figures a text states: a number with its unit, in the source's own vagueness. */
import { writtenDates } from './dates';
import type { FigureDraft, Flags } from './drafts';
import { labelOf } from './figure-labels';
import { sentences } from './marks';
import { numberOf } from './numerals';

const UNITS =
  '人次|场次|个百分点|人|名|个|家|支|场|次|项|件|条|份|所|座|处|户|对|台|套|部|篇|门|张|本|枚|吨|班|辆|站|例|起|宗|笔|只|艘|架|幅|册|亩|间|株|棵|公斤|千克|斤|杯|副|瓶|盒|箱|袋|床|顶|双|把|桌|包|桶|堂|讲|学时|平方米|平方公里|公里|小时|课时|元|块|期|批|组(?!织)|节(?![日气假])|位(?![于列置])|%';
const BEFORE = '约|大约|近|将近|超|超过|逾|突破|不少于|不低于|至少';
/** No repetition here is without a bound: on a long run of digits an open one takes quadratic time. */
const DIGITS = '\\d{1,15}(?:\\.\\d{1,6})?';
const NUMBER = `\\d{1,3}(?:,\\d{3}){1,4}|${DIGITS}|[一二两三四五六七八九][〇零一二两三四五六七八九十百千万]{0,12}[百千万亿]`;
/** Groups: the vagueness before, the number, 余 or 多, 万 or 亿, 余 or 多 again, the unit, the vagueness after. */
const FIGURE = new RegExp(
  `(${BEFORE})?(${NUMBER})(余|多)?(百万|千万|百|千|万|亿)?(余|多)?(${UNITS})(以上|左右|上下)?`,
  'g',
);
const RANGE = new RegExp(
  `${DIGITS}(?:万|亿)?(?:${UNITS})?\\s?[-—–～~至到]{1,2}\\s?${DIGITS}(?:万|亿)?(?:余|多)?(?:${UNITS})`,
  'g',
);
/** 《…》 and a quoted name are names, whatever digits they have; a quoted sentence is speech. */
const NAMES = /《[^》]{0,60}》|“[^”。！？]{0,24}”|「[^」。！？]{0,24}」/g;
/** 第8期, 75周年, 2024年, 24小时 and the like count nothing. */
const NOT_COUNTED =
  /第\s?[\d一二三四五六七八九十百]{1,6}|\d{1,4}\s?周年|\d{4}年|24小时|\d{1,3}\s?个(?:多)?(?:小时|月|工作日|星期)/g;
const YEAR_FIRST = /^(?:截至|截止)?(\d{4})年(?:(\d{1,2})月)?(?!.{0,3}(?:以来|起))/;

const SCALE: Record<string, number> = {
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};

/**
 * Finds the figures of a text.
 *
 * @param asOf of when the numbers are, unless a sentence opens with its own year
 * @example findFigures('投入资金268万余元。', { asOf: '2024-11-20', line: 1, flags })
 * // [{ label: '投入资金', value: 2680000, unit: '元', qualifier: 'over', asOf: '2024-11-20' }]
 */
export function findFigures(text: string, about: { asOf: string | null; line: number; flags: Flags }): FigureDraft[] {
  const figures: FigureDraft[] = [];
  for (const sentence of sentences(text)) {
    const ranged = mask(mask(sentence, NAMES), NOT_COUNTED);
    for (const [words] of ranged.matchAll(RANGE)) {
      about.flags.note(about.line, 'figures', `「${words}」是一个范围，没有记作数字`);
    }
    const plain = maskDates(mask(ranged, RANGE));
    const asOf = yearOf(sentence) ?? about.asOf;
    let behind = 0;
    for (const hit of plain.matchAll(FIGURE)) {
      const figure = figureOf(hit, sentence, behind);
      if (figure) figures.push({ ...figure, asOf });
      behind = hit.index + hit[0].length;
    }
  }
  return figures;
}

/** @param from where the figure before it ends: its words name nothing here */
function figureOf(hit: RegExpExecArray, sentence: string, from: number): Omit<FigureDraft, 'asOf'> | null {
  const [words, before, number = '', more, scale, moreAfter, unit = '', after] = hit;
  const start = hit.index;
  // A digit or letter before it belongs to a name: A4张, 3+1项.
  if (before === undefined && /[\dA-Za-z.+×:：/]/.test(sentence.charAt(start - 1))) return null;
  const counted = /^\d/.test(number) ? Number(number.replace(/,/g, '')) : numberOf(number);
  if (counted === null) return null;
  const qualifier = qualifierOf(before, more ?? moreAfter, after);
  // 不超过6小时 and 最多6小时 say what may be, not how many there were.
  if (
    /(?:不|不得|最|(?<![增升降减扩提达])至)$/.test(sentence.slice(0, start)) ||
    /(?:最多|至多|不高于|不多于|低于|少于)$/.test(sentence.slice(0, start))
  )
    return null;
  // 2.4 × 10000 is 24000.000000000004 in binary.
  const value = Number((counted * (SCALE[scale ?? ''] ?? 1)).toPrecision(12));
  return { label: labelOf(sentence, from, start, start + words.length), value, unit, ...(qualifier && { qualifier }) };
}

function qualifierOf(before = '', more?: string, after = ''): FigureDraft['qualifier'] {
  if (/不少于|不低于|至少/.test(before) || after === '以上') return 'at-least';
  if (more !== undefined || /超|逾|突破/.test(before)) return 'over';
  if (/约|近/.test(before) || /左右|上下/.test(after)) return 'about';
  return undefined;
}

/** Blanks a stretch out without moving what follows. */
const mask = (text: string, what: RegExp): string => text.replace(what, (words) => '\u0000'.repeat(words.length));

function maskDates(text: string): string {
  let masked = '';
  let from = 0;
  for (const date of writtenDates(text)) {
    masked += text.slice(from, date.start) + '\u0000'.repeat(date.end - date.start);
    from = date.end;
  }
  return masked + text.slice(from);
}

/** 2023年累计…… says itself of when it is; 自2023年以来 doesn't. */
function yearOf(sentence: string): string | null {
  const year = YEAR_FIRST.exec(sentence);
  if (!year || !/^(?:截[至止]|.{0,12}(?:累计|共|全年))/.test(sentence)) return null;
  const [, written = '', month] = year;
  return month === undefined ? written : `${written}-${month.padStart(2, '0')}`;
}
