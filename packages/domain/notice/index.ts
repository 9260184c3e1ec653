/** Notices: what a person has to know, and when somebody has to call because the phone didn't show it. */
import { HOUR, MINUTE, instantOf } from '../time';
import type { NoticeKind } from './wire';
import { addDays, dayAt, timeAt } from '../calendar';

/** From the evening's to the morning's time of day in Chongqing. */
export const quietHours = { from: '21:00', to: '08:00' } as const;

/**
 * Is it a time at which nothing is sent and nothing rings?
 *
 * @param now milliseconds since the epoch
 */
export const isQuiet = (now: number): boolean => timeAt(now) >= quietHours.from || timeAt(now) < quietHours.to;

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

/** Kinds that somebody is called about where nobody has read them: each decides whether she sets out in vain. */
export const callableKinds = [
  'offered',
  'displaced',
  'moved',
  'changed',
  'cancelled',
] as const satisfies readonly NoticeKind[];
export type CallableKind = (typeof callableKinds)[number];

/** How long a notice may stay unread before somebody calls, outside the quiet hours: an offer waits for an answer. */
const unreadFor = (kind: CallableKind): number => (kind === 'offered' ? 30 * MINUTE : 2 * HOUR);

/**
 * When a notice that nobody has read goes on the call list.
 *
 * @param createdAt milliseconds since the epoch
 */
export const callDueAt = (kind: CallableKind, createdAt: number): number => afterWakingTime(createdAt, unreadFor(kind));
