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

/** Month × 100 + day, the year, and how many days the month has. */
export function datePartsOf(number: number): { year: number; monthDay: number; daysInMonth: number } {
  const date = new Date(number * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return { year, monthDay: (month + 1) * 100 + date.getUTCDate(), daysInMonth };
}

/** The week's number by ISO 8601: the first week of a year is the one that its first Thursday lies in. */
export function isoWeekOf(number: number): number {
  const thursday = number - weekdayOf(number) + 3;
  const newYear = Math.floor(Date.UTC(datePartsOf(thursday).year, 0, 1) / DAY);
  return Math.floor((thursday - newYear) / 7) + 1;
}
