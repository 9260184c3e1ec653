/** Screening programmes in Chinese: kinds of work, ages, intervals, and what no source says. */
import type { Band } from './band';
import type { Employment, ScreeningRules } from './rules';

/** Shown in place of what no source gives. */
export const AS_ANNOUNCED = '以主办单位通知为准';

/** A number of months as people say it: 36 is 3 年, 18 is 18 个月. */
export const sayMonths = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);

/** How often, by test; null where no source says anything. A test whose interval is open is left out. */
export function sayIntervals(intervals: ScreeningRules['intervals']): string | null {
  const known = (intervals ?? []).flatMap(({ of, months }) =>
    months === null ? [] : [`${of}：隔 ${sayMonths(months)}`],
  );
  return known.length > 0 ? known.join('；') : null;
}

export const employmentNames: Record<Employment, string> = {
  'new-form': '外卖、快递、网约车、货运、直播这类',
  private: '私营、民营或外资企业',
  'state-firm': '国有企业',
  public: '机关、事业单位',
  'self-employed': '自己开店、做零工',
  none: '现在没有上班',
};

/** The same kinds, as an organiser names them. */
export const employmentTerms: Record<Employment, string> = {
  'new-form': '新就业形态',
  private: '非公企业',
  'state-firm': '国有企业',
  public: '机关事业单位',
  'self-employed': '个体和灵活就业',
  none: '没有上班的',
};

/** An age band in full years: 不到 35 岁, 35—64 岁, 65 岁及以上. */
export function sayAges({ from, to }: Band): string {
  if (to === null) return `${from} 岁及以上`;
  return from === 0 ? `不到 ${to} 岁` : `${from}—${to - 1} 岁`;
}

/** How long ago, as a band of months: 不到 3 年, 3 年到 5 年, 5 年以上. */
export function sayMonthsAgo({ from, to }: Band): string {
  if (to === null) return `${sayMonths(from)}以上`;
  return from === 0 ? `不到 ${sayMonths(to)}` : `${sayMonths(from)}到 ${sayMonths(to)}`;
}
