/** Notices: what a person has to know, and when somebody has to call because the phone didn't show it. */
import { HOUR, MINUTE } from '../time';
import { afterWakingTime } from './quiet-hours';
import type { NoticeKind } from './wire';

export { afterWakingTime, quietHours } from './quiet-hours';

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
