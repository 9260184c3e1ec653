/** A programme's rules in words. */
import type { ScreeningRules } from './rules';

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
