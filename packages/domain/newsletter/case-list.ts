/** The list of a period: titles of cases below the national union's categories. */
import { OTHER_CATEGORY } from '../case/words';
import type { CaseDraft } from './drafts';
import { isClosed, unlist } from './marks';
import type { NewsReading } from './news';
import type { CategoryHeading, NewsletterSection } from './sections';
import { bare, categoryNumber, type Categories } from './structure';
import { unionOf } from './unions';

/** The cases of one stretch of a list. */
export function casesOfList(
  section: Extract<NewsletterSection, { kind: 'list' }>,
  categories: Categories,
  reading: NewsReading,
): CaseDraft[] {
  const settled = settleCategory(section.category, categories, reading);
  return section.lines.flatMap((line) => {
    const title = unlist(line.text);
    if (isClosed(title)) {
      reading.flags.leaveOut([line.number], '名单里的这一段是正文，没有收');
      return [];
    }
    const union = unionOf(title);
    if (!union) {
      const message = `名单里的「${title}」认不出是哪个工会的`;
      reading.flags.fault(
        line.number,
        'unit',
        message,
        '以工会名称开头的案例标题；上一行断开的就接回上一行，不是案例就删去',
      );
      return [];
    }
    if (section.period === null) {
      reading.flags.fault(line.number, 'period', '这条案例上面没有写第几期', '名单上面写「第8期」这样的一行');
    }
    reading.flags.lines.use([line.number], `cases:${line.number}`);
    const draft: CaseDraft = {
      title,
      line: line.number,
      listLine: line.number,
      period: section.period,
      ...settled,
      unit: union.unit,
      lead: null,
      points: [],
      figures: [],
      district: reading.districts.only(union.unit),
    };
    return [draft];
  });
}

/**
 * A category's number: as printed, or by its name. The two must not contradict each other, and one that the dataset
 * doesn't have is for somebody to confirm.
 */
export function settleCategory(
  heading: CategoryHeading | null,
  categories: Categories,
  { flags, ownCategories }: NewsReading,
): Pick<CaseDraft, 'category' | 'categoryName' | 'newCategory'> {
  if (heading === null) return { category: null, categoryName: null, newCategory: null };
  const { name, number, line } = heading;
  const known = categoryNumber(name, categories);
  if (known !== null) {
    if (number !== null && known !== number) {
      const message = `「${name}」前面的序号是 ${number}，这一类应是第 ${known} 类`;
      flags.fault(line, 'category', message, `序号 ${known}，或者与序号相符的类别名`);
    }
    return { category: number ?? known, categoryName: null, newCategory: null };
  }
  // Where no category is known, none is new.
  if (Object.keys(categories).length === 0) return { category: number, categoryName: null, newCategory: null };
  const own = ownCategories.find((one) => bare(one) === bare(name));
  if (own !== undefined) return { category: OTHER_CATEGORY, categoryName: own, newCategory: null };
  flags.note(line, 'category', `资料里还没有「${name}」这一类，是新的类别就请确认；下面的案例等确认了再收`);
  return { category: OTHER_CATEGORY, categoryName: null, newCategory: { number, name } };
}
