/**
 * The newsletter's lines, made equal in what does not matter (line ends, full-width digits, stray
 * blanks) and still knowing where they stood.
 */

/** A line that has text. */
export interface NewsletterLine {
  /** 1-based, in the text as it was pasted. */
  number: number;
  /** Trimmed; digits, letters, `#` and `%` half-width; the heading marks taken off. */
  text: string;
  /** Level of a `#` heading, null for any other line. */
  level: number | null;
  /** Is there an empty line (or nothing) before it? */
  afterBlank: boolean;
  /** Did a byline stand before it? Then what came before has ended. */
  afterEnd: boolean;
  /** Its cells when it is read as a row of a table: parts that tabs, bars or wide gaps keep apart. */
  cells: readonly string[];
}

/** Byte order mark, zero-width characters, soft hyphen: nobody sees them, every comparison does. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const BLANKS = /[\t\u00a0\u3000\u2000-\u200a\u202f]+/g;
/** Three columns of words, or two and a tab, are a table's row; a title may have one wide gap. */
const COLUMN_GAP = /\t+|[ \u00a0\u3000]{3,}|\s*[|｜]\s*/;
/** Longer lines are prose, whatever gaps they have. */
const LONGEST_ROW = 200;
/** ０-９ Ａ-Ｚ ａ-ｚ ＃ ％ ＋ ＊: the full-width forms that stand for ASCII in a Chinese text. */
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff03\uff05\uff0b\uff0a]/g;

/**
 * Full-width digits, letters and signs as ASCII; Chinese punctuation stays as it is.
 *
 * ３．５ is a number. At the front of a text ．may as well stand behind an item's number, and is left to who reads it.
 */
export const halfWidth = (text: string): string =>
  text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(\d)．(?=\d)/g, (point, digit: string, at: number) => (at === 0 ? point : `${digit}.`));

/**
 * Commas and full stops that were typed half-width among Chinese characters, as the Chinese ones that they stand for.
 * Between digits and between Latin letters they stay.
 *
 * @example chinesePunctuation('7月6日,区总工会开班,首日2,316人.') // '7月6日，区总工会开班，首日2,316人。'
 */
const chinesePunctuation = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}”"）)》」]),|,(?=[\p{Script=Han}“《「])/gu, '，')
    .replace(/(?<=[\p{Script=Han}”"）)》」])\.(?=$|[\s\p{Script=Han}“])/gu, '。')
    .replace(/(?<=[\p{Script=Han}”"）)》」]);/gu, '；');

/**
 * Blanks that recognised scans and some editors put around digits and punctuation, taken out: 4 月 7 日 ， is 4月7日，, and
 * 走访工坊 11 家 is 走访工坊 11家. A number in front of a line may be the item's own and keeps its blank.
 */
const evenBlanks = (text: string): string =>
  text
    .replace(/^(?:\p{Script=Han} +){2,}\p{Script=Han}$/u, (spaced) => spaced.replace(/ +/g, ''))
    .replace(/\d(?: \d){3}(?= ?年)/g, (year) => year.replace(/ /g, ''))
    .replace(/(\d) +(?=[年月日])/g, '$1')
    .replace(/(?<=[\p{Script=Han}，、；：“”)）] ?\d{1,10}(?:\.\d{1,4})?) +(?=\p{Script=Han})/gu, '')
    .replace(/([年月]) +(?=\d{1,2} ?[月日])/g, '$1')
    .replace(/ +(?=[，。；、])|(?<=[，；、]) +/g, '');

/**
 * Splits a text into its lines that have text, whatever its line ends.
 *
 * @example
 * readLines('\ufeff# 工会通讯\r\n\r\n１１月１４日，开幕。')
 * // [{ number: 1, text: '工会通讯', level: 1, … }, { number: 3, text: '11月14日，开幕。', level: null, … }]
 */
export function readLines(text: string): NewsletterLine[] {
  const lines: NewsletterLine[] = [];
  let afterBlank = true;
  for (const [index, raw] of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).entries()) {
    // Most lines of a very long file are empty ones.
    const plain =
      raw === ''
        ? ''
        : unbold(evenBlanks(chinesePunctuation(halfWidth(raw.replace(INVISIBLE, '').replace(BLANKS, ' '))).trim()));
    if (plain === '') {
      afterBlank = true;
      continue;
    }
    const text = evenBrackets(plain);
    const [, signs, heading = ''] = /^(#{1,6})\s*([^#\s].*?)\s*#*$/.exec(plain) ?? [];
    lines.push({
      number: index + 1,
      text: signs === undefined ? text : unbold(heading),
      level: signs?.length ?? null,
      afterBlank,
      afterEnd: false,
      cells: raw.length > LONGEST_ROW ? [text] : raw.trim().split(COLUMN_GAP).filter(Boolean),
    });
    afterBlank = false;
  }
  return lines;
}

/** ［万州］, 〖要闻〗 and [要闻] around a whole line are what 【要闻】 is. */
const evenBrackets = (text: string): string =>
  text
    // ==== 工会晨报 ==== is a heading between rules.
    .replace(/^[=＝]{2,}\s*([^=＝]+?)\s*[=＝]{2,}$/, '$1')
    .replace(/^[［〖〔[]([^［］〖〗〔〕[\]]{1,40})[］〗〕\]]$/, '【$1】')
    // [荣昌、永川] in front of a text is a label as 【荣昌、永川】 is; 〔2026〕 is a year.
    .replace(/^[［〖〔[]([\p{Script=Han}、·]{2,12})[］〗〕\]]\s*(?=\S)/u, '【$1】');

/** `**一周动态**` is how some editors export a heading, `**时间**：10月21日` a label, and `*投稿邮箱*` a remark. */
const unbold = (text: string): string =>
  text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\*([^*\s][^*]*)\*$/, '$1')
    .trim();
