/** When somebody is reminded of their place: the day before, when offices are open and a change can still be made. */
import { addDays, dayAt } from '../calendar';
import { instantOf } from '../time';

const TIME = '10:00';

/**
 * @param startsAt of the session, in milliseconds
 * @returns 10:00 in Chongqing on the day before, in milliseconds
 * @example reminderAt(Date.parse('2026-02-12T09:30:00+08:00')) // 2026-02-11T10:00:00+08:00
 */
export const reminderAt = (startsAt: number): number => instantOf(addDays(dayAt(startsAt), -1), TIME);
