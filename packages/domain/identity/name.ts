/**
 * Names as people have them: Chinese characters, a dot between the parts of a transliterated name, or Latin
 * letters. What only looks like these (other alphabets, invisible marks, compatibility forms) is folded where
 * there is one reading and refused where there isn't.
 */

const HAN = '(?:[\\u3400-\\u4dbf\\u4e00-\\u9fff\\u3007]|[\\ud840-\\ud888][\\udc00-\\udfff])';
const LATIN = '[A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff]';
const HAN_NAME = new RegExp(`^${HAN}+(?:·${HAN}+)*$`);
const LATIN_NAME = new RegExp(`^${LATIN}+(?:[ '.·-]{1,2}${LATIN}+)*\\.?$`);

/** Dots that keyboards and documents use between the parts of a name. */
const DOTS = /[•‧∙⋅・･．。ꞏ・]/g;

export const NAME_LENGTH = 40;

/**
 * Puts a name into its one form: composed, half-width Latin, real characters for radicals and compatibility
 * forms (⼥ becomes 女), one kind of dot, single spaces, none around Chinese.
 */
export function tidyName(text: string): string {
  const folded = text.normalize('NFKC').replace(DOTS, '·').replace(/\s+/g, ' ').trim();
  return new RegExp(HAN).test(folded)
    ? folded.replace(/\.(?=.)/g, '·').replace(/ /g, '')
    : folded.replace(/[’ʼ]/g, "'");
}

/** Is a tidy text a name? One script throughout: a Cyrillic а among Latin letters is nobody's. */
export const isName = (text: string): boolean =>
  text.length <= NAME_LENGTH && (HAN_NAME.test(text) ? text.length > 1 : LATIN_NAME.test(text) && text.length > 1);

/**
 * What a stranger may see of a name: the first character or the initials.
 *
 * @example initialsOf('演示人') // '演＊＊'
 * @example initialsOf('Ann Example') // 'A. E.'
 */
export function initialsOf(name: string): string {
  const [first = '', ...rest] = [...name];
  if (!new RegExp(HAN).test(first))
    return name
      .split(/[ ·-]+/)
      .map((part) => `${[...part][0]?.toUpperCase()}.`)
      .join(' ');
  return first + '＊'.repeat(Math.min(2, Math.max(1, rest.length)));
}
