/** The list of a period: titles of cases below the national union's categories. */
import type { CaseDraft } from './drafts';
import { isClosed, unlist } from './marks';
import type { Reading } from './news';
import type { CategoryHeading, Section } from './sections';
import { categoryNumber, type Categories } from './structure';
import { unionOf } from './unions';

/** The cases of one stretch of a list. */
export function casesOfList(
  section: Extract<Section, { kind: 'list' }>,
  categories: Categories,
  reading: Reading,
): CaseDraft[] {
  const category = section.category && settleCategory(section.category, categories, reading);
  return section.lines.flatMap((line) => {
    const title = unlist(line.text);
    if (isClosed(title)) {
      reading.flags.note(line.number, 'text', '名单里的这一段是正文，没有收');
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
    const draft: CaseDraft = {
      title,
      line: line.number,
      listLine: line.number,
      period: section.period,
      category,
      unit: union.unit,
      lead: null,
      points: [],
      figures: [],
      district: reading.districts.only(union.unit),
    };
    return [draft];
  });
}

/** A category's number: as printed, or by its name. The two must not contradict each other. */
export function settleCategory(heading: CategoryHeading, categories: Categories, { flags }: Reading): number | null {
  const known = categoryNumber(heading.name, categories);
  if (known !== null && heading.number !== null && known !== heading.number) {
    const message = `「${heading.name}」前面的序号是 ${heading.number}，这一类应是第 ${known} 类`;
    flags.fault(heading.line, 'category', message, `序号 ${known}，或者与序号相符的类别名`);
  }
  return heading.number ?? known;
}
