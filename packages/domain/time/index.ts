/**
 * Lengths of time and instants. Instants are milliseconds since the epoch; a clock time is Chongqing's, which is
 * at +08:00 all year (China has had no summer time since 1991), whatever zone the phone or the machine is set to.
 */

/** Milliseconds of a second, a minute, an hour and a day. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What Chongqing's clock is ahead of UTC, in milliseconds. */
export const CHONGQING_OFFSET = 8 * HOUR;

/**
 * An instant in ISO 8601 as people in Chongqing read it.
 *
 * @example isoAt(0) // '1970-01-01T08:00:00.000+08:00'
 */
export const isoAt = (instant: number): string =>
  new Date(instant + CHONGQING_OFFSET).toISOString().replace('Z', '+08:00');

/**
 * A day and a time of day in Chongqing as one ISO 8601 text.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:mm`, `HH:mm:ss` or with a fraction; the day's first midnight if it is left out
 * @example isoOf('2026-11-25', '09:30') // '2026-11-25T09:30:00+08:00'
 */
export const isoOf = (day: string, time = '00:00'): string => `${day}T${time.length === 5 ? `${time}:00` : time}+08:00`;

/**
 * The instant of a time of day in Chongqing; NaN if there is no such day or time.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:mm`; the day's first midnight if it is left out
 * @example instantOf('1970-01-01', '08:00') // 0
 */
export const instantOf = (day: string, time?: string): number => Date.parse(isoOf(day, time));
