/** Converts between the API's instants and the browser's date-and-time field, always in Chongqing's time. */
import { dayAt, timeAt } from '@yugong/domain/calendar';
import { isoOf } from '@yugong/domain/time';

/** `2026-11-25T09:30`, as `<input type="datetime-local">` has it. */
export const toLocal = (instant: string): string => `${dayAt(Date.parse(instant))}T${timeAt(Date.parse(instant))}`;

/** The instant of a local time, with the zone written out. */
export const toInstant = (local: string): string => isoOf(local.slice(0, 10), local.slice(11, 16));
