/** How many months' wages a stretch of service is worth (劳动合同法 47), counted in halves, so that they are whole numbers. */
import type { Day } from '../../calendar';
import { serviceSpan } from '../dates';

/** Where the wage is capped, no more than twelve years count. */
export const MAX_CAPPED_HALVES = 24;

/**
 * Half months of wages for service from `first` to `last`, both included. A year is two halves; what is over it counts
 * two from exactly six months on (「六个月以上」 includes the six months themselves, 民法典 1259), and one below them.
 *
 * @example severanceHalves('2025-01-01', '2025-06-30') // 2: six months to the day are a year
 * @example severanceHalves('2025-01-01', '2025-06-29') // 1
 */
export function severanceHalves(first: Day, last: Day): number {
  const { months, days } = serviceSpan(first, last);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest === 0 && days === 0) return 2 * years;
  return 2 * years + (rest >= 6 ? 2 : 1);
}

/** @example sayHalves(5) // '2.5 个月' */
export const sayHalves = (halves: number): string => `${halves / 2} 个月`;
