/** Dates of hours as sets of days, to see which of them overlap. */
import { daysOfMonth } from './compile';
import type { DateRange } from './types';

/** The days of a leap year as month × 100 + day. */
export function coveredDays(ranges: readonly DateRange[]): Set<number> {
  const covered = new Set<number>();
  for (let month = 1; month <= 12; month++)
    for (let day = 1; day <= daysOfMonth(month); day++) {
      const date = month * 100 + day;
      if (ranges.some(([from, to]) => (from <= to ? date >= from && date <= to : date >= from || date <= to)))
        covered.add(date);
    }
  return covered;
}
