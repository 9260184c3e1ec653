/**
 * Periods as the law counts them, on days `YYYY-MM-DD`.
 *
 * Two ways of counting meet here and must not be mixed: a *period* that runs from an event leaves the event's
 * own day out (民法典 201); *service* includes its first and its last day.
 */
import { addDays, addMonths, daysBetween, isDay, monthOf, partsOf, type Day } from '../calendar';
import { defined } from '../narrow';

/**
 * The last day of a period of `months` that runs from `day`: the corresponding day, or the month's last where
 * there is none (民法典 202).
 *
 * @example afterMonths('2024-02-29', 12) // '2025-02-28'
 */
export function afterMonths(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const corresponding = `${month}-${day.slice(8)}`;
  // Every month has a 28th.
  if (day.slice(8) <= '28') return corresponding;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return corresponding < last ? corresponding : last;
}

/** The last day of a period of `years` that runs from `day`; see {@link afterMonths}. */
export const afterYears = (day: Day, years: number): Day => afterMonths(day, years * 12);

/**
 * The last day of `months` of service that began on `first`, which counts: the day before the corresponding day, or
 * the month's last where that month has no such day (民法典 202).
 *
 * @example serviceEnd('2025-01-01', 6) // '2025-06-30'
 * @example serviceEnd('2025-01-31', 1) // '2025-02-28'
 */
export function serviceEnd(first: Day, months: number): Day {
  const corresponding = afterMonths(first, months);
  return corresponding.slice(8) === first.slice(8) ? addDays(corresponding, -1) : corresponding;
}

/** Whole months and days left over. */
export interface DateSpan {
  months: number;
  days: number;
}

/**
 * Service from its first to its last day, both included: the whole months and the days after them.
 *
 * @example serviceSpan('2024-03-01', '2024-08-31') // { months: 6, days: 0 }
 */
export function serviceSpan(first: Day, last: Day): DateSpan {
  if (last < first) return { months: 0, days: 0 };
  const [from, to] = [partsOf(first), partsOf(last)];
  let months = (to.year - from.year) * 12 + defined(to.month) - defined(from.month) + 1;
  while (months > 0 && serviceEnd(first, months) > last) months--;
  const whole = months === 0 ? addDays(first, -1) : serviceEnd(first, months);
  return { months, days: daysBetween(whole, last) };
}

/** @example saySpan({ months: 30, days: 4 }) // '2 年 6 个月零 4 天' */
export function sayDateSpan({ months, days }: DateSpan): string {
  const years = Math.floor(months / 12);
  const parts = [years && `${years} 年`, months % 12 && `${months % 12} 个月`].filter(Boolean).join(' ');
  if (days === 0) return parts || '0 天';
  return parts ? `${parts}零 ${days} 天` : `${days} 天`;
}

/** Is it a day that exists? */
export const isRealDay = (text: string): boolean => isDay(text) && addDays(addDays(text, 1), -1) === text;
