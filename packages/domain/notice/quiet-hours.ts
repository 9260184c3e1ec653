/** The hours in which nothing rings and no clock runs against anybody. */
import { addDays, dayAt } from '../calendar';
import { instantOf } from '../time';

/** From the evening's to the morning's time of day in Chongqing. */
export const quietHours = { from: '21:00', to: '08:00' } as const;

/**
 * The instant at which `span` milliseconds outside the quiet hours have passed since `from`.
 *
 * @param from milliseconds since the epoch
 * @example afterWakingTime(instantOf('2026-12-01', '20:30'), HOUR) // 08:30 of the 2nd of December
 */
export function afterWakingTime(from: number, span: number): number {
  let left = span;
  for (let day = dayAt(from); ; day = addDays(day, 1)) {
    const begins = Math.max(from, instantOf(day, quietHours.to));
    const ends = instantOf(day, quietHours.from);
    if (begins >= ends) continue;
    if (left <= ends - begins) return begins + left;
    left -= ends - begins;
  }
}
