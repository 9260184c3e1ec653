/** The cases and the choices a reader has among them. */
import type { CaseItem } from '@yugong/content/bundle';
import { CaseRecord } from '@yugong/domain/case/record';
import { categoryNameOf } from '@yugong/domain/case/words';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import cases from './generated/cases.json';

/** The cases that are bundled. */
export const bundledCases = bundleOf<readonly CaseItem[]>(cases);

const caseSource = defineSource({
  collection: 'cases',
  record: CaseRecord,
  bundled: bundledCases,
  read: (records) => records.map((item): CaseItem => ({ ...item, categoryName: categoryNameOf(item) })),
});

/** All cases, in the lists' own order. */
export const useCases = (): readonly CaseItem[] => useCollection(caseSource);

export interface CaseFilter {
  period: number | null;
  /** By its name: one that a union made itself has no number of its own. */
  category: string | null;
}

/** The cases that pass the filter, in the lists' own order. */
export function filterCases(items: readonly CaseItem[], { period, category }: CaseFilter): CaseItem[] {
  const chosen = items.filter(
    (item) => (period === null || item.period === period) && (category === null || item.categoryName === category),
  );
  return [...chosen.filter(({ lead }) => lead !== null), ...chosen.filter(({ lead }) => lead === null)];
}

/** Which list a case is from: 第9期, or 工会发布 for one that a union published itself. */
export const sayPeriod = ({ period }: Pick<CaseItem, 'period'>): string =>
  period === null ? '工会发布' : `第${period}期`;

/**
 * The chips with how many cases each would show. A category is counted within the chosen period, so
 * that no chip promises what tapping it doesn't keep; empty ones are left out.
 */
export function filterOptions(items: readonly CaseItem[], { period }: CaseFilter) {
  const inPeriod = filterCases(items, { period, category: null });
  const names = new Map(inPeriod.map(({ category, categoryName }) => [categoryName, category]));
  const periods = [...new Set(items.flatMap(({ period }) => (period === null ? [] : [period])))].sort((a, b) => a - b);
  return {
    periods: [
      { value: null, text: '全部', count: items.length },
      ...periods.map((value) => ({
        value,
        text: `第${value}期`,
        count: filterCases(items, { period: value, category: null }).length,
      })),
    ],
    categories: [
      { value: null, text: '各类', count: inPeriod.length },
      ...[...names]
        .sort(([, a], [, b]) => a - b)
        .map(([value]) => ({ value, text: value, count: filterCases(inPeriod, { period, category: value }).length })),
    ],
  };
}
