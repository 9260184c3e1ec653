/** How many months' wages a stretch of service is worth (劳动合同法 47). Counted in halves, so that they are whole numbers. */
import { addDays, type Day } from '../../calendar';
import { spanBetween, type Span } from '../dates';

/** Above the cap on the wage no more than twelve years count. */
export const MOST_HALVES = 24;

/** A year is two halves; six months or more over it are two as well, less is one. */
function halvesOf({ months, days }: Span): number {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest === 0 && days === 0 && years > 0) return 2 * years;
  return 2 * years + (rest >= 6 ? 2 : 1);
}

export interface Units {
  /** Half months, the first day not counted, as civil periods are (民法典 201). */
  halves: number;
  /** Half months, first and last day counted; more by a step where the two readings part. */
  inclusive: number;
}

/** What service from `first` to `last` is worth. The two readings part only within a day of a step. */
export const unitsOf = (first: Day, last: Day): Units => ({
  halves: halvesOf(spanBetween(first, last)),
  inclusive: halvesOf(spanBetween(first, addDays(last, 1))),
});

/** @example sayHalves(5) // '2.5 个月' */
export const sayHalves = (halves: number): string => `${halves / 2} 个月`;
