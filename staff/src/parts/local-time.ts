/** Converts between the API's instants and the browser's date-and-time field, always in Chongqing's time. */
import { dayAt, timeAt } from '@yugong/domain/calendar';

/** `2026-11-25T09:30`, as `<input type="datetime-local">` has it. */
export const toLocal = (instant: string): string => `${dayAt(Date.parse(instant))}T${timeAt(Date.parse(instant))}`;

/** The instant of a local time, with the zone written out. */
export const toInstant = (local: string): string => `${local.slice(0, 16)}:00+08:00`;
