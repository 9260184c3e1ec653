/** The lines that say what comes below them: 一周动态, 重庆入选名单, 第8期, 思想政治引领. */
import { numberOf } from './numerals';

/** What a line announces. `number` of a category is what is printed before its name. */
export type Announcement =
  | { kind: 'news' }
  | { kind: 'list' }
  | { kind: 'period'; period: number }
  | { kind: 'category'; number: number | null; name: string };

/** Category names by number, as the national union numbers them. */
export type Categories = Readonly<Record<number, string>>;

const NUMBERED = /^([一二三四五六七八九十]{1,3})\s*[、，.．]\s*(.+)$/;
const NEWS = /^[^，。：:]{0,8}(?:动态|要闻|简讯|快讯|短讯|短波|速递|速览|播报|资讯|简报|新闻|集锦|回顾|传真)$/;
const LIST = /^[^，。]{0,20}(?:名单|名录)$/;
const PERIOD = /^第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*期(?:案例|入选)?(?:名单|名录|案例)?$/;
/** Longer lines announce nothing; testing the length first keeps a 5 MB line cheap. */
const LONGEST = 40;

/** Quotation marks, blanks and brackets differ from issue to issue. */
export const bare = (name: string): string => name.replace(/[\s“”"「」『』‘’《》【】]/g, '');

/**
 * Reads what a line announces, wherever it stands.
 *
 * @param isList inside a list every numbered line is a category, known or not; elsewhere
 * `一、…` may as well be a case's first point, so only known names count.
 * @example announcementOf('四、发挥劳模工匠作用', categories, false)
 * // { kind: 'category', number: 4, name: '发挥劳模工匠作用' }
 */
export function announcementOf(line: string, categories: Categories, isList: boolean): Announcement | null {
  if (line.length > LONGEST) return null;
  const text = line
    .replace(/^【(.+)】$/, '$1')
    .replace(/[:：]$/, '')
    .trim();
  const numbered = NUMBERED.exec(text);
  const number = numbered ? numberOf(numbered[1] as string) : null;
  const name = numbered ? (numbered[2] as string) : text;
  if (categoryNumber(name, categories) !== null || (isList && number !== null))
    return { kind: 'category', number, name };
  const period = PERIOD.exec(name);
  if (period) return { kind: 'period', period: numberOf(period[1] as string) as number };
  if (NEWS.test(name)) return { kind: 'news' };
  if (LIST.test(name)) return { kind: 'list' };
  return null;
}

/** The number of a category by its name; null for a name that is not known. */
export function categoryNumber(name: string, categories: Categories): number | null {
  const wanted = bare(name);
  const found = Object.entries(categories).find(([, known]) => bare(known) === wanted);
  return found ? Number(found[0]) : null;
}
