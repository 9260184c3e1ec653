/** Days as whole numbers, for loops: days since 1970-01-01 at +08:00 (no summer time since 1991). */
import type { Day } from '../calendar';
import { MINUTE, DAY, CHONGQING_OFFSET } from '../time';

export const MINUTES_A_DAY = 1440;

/** The number of the day in Chongqing at an instant. */
export const dayNumberAt = (instant: number): number => Math.floor((instant + CHONGQING_OFFSET) / DAY);

/** Minutes since the midnight of a day, with their fraction. */
export const minutesInto = (day: number, instant: number): number => (instant + CHONGQING_OFFSET - day * DAY) / MINUTE;

/** The instant so many minutes after a day's midnight. */
export const instantAt = (day: number, minutes: number): number => day * DAY - CHONGQING_OFFSET + minutes * MINUTE;

/** `2026-11-23` → its number. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** The day's name, `YYYY-MM-DD`. */
export const dayOf = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10);

/** Monday 0 … Sunday 6; 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** Month × 100 + day, and the year. */
export function datePartsOf(number: number): { year: number; monthDay: number } {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), monthDay: (date.getUTCMonth() + 1) * 100 + date.getUTCDate() };
}
