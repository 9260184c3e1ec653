/** Notices: what a person has to know, and when somebody has to call because the phone didn't show it. */
import type { RegistrationStatus } from '../registration/types';
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

/**
 * The next instant outside the quiet hours: `at` itself where it is outside of them already.
 *
 * @example afterQuietHours(instantOf('2026-12-01', '23:00')) // 08:00 of the 2nd of December
 */
export function afterQuietHours(at: number): number {
  const day = dayAt(at);
  if (at < instantOf(day, quietHours.to)) return instantOf(day, quietHours.to);
  return at < instantOf(day, quietHours.from) ? at : instantOf(addDays(day, 1), quietHours.to);
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

export const isCallable = (kind: NoticeKind): kind is CallableKind => callableKinds.some((one) => one === kind);

/** Somebody who didn't answer is called again after so long, outside the quiet hours. */
const CALL_AGAIN_AFTER = 2 * HOUR;

/**
 * When somebody is called again after a call that didn't reach her.
 *
 * @param calledAt milliseconds since the epoch
 * @returns null where the number is wrong: a right one has to be found first
 */
export const nextCallAt = (result: 'no-answer' | 'wrong-number', calledAt: number): number | null =>
  result === 'no-answer' ? afterWakingTime(calledAt, CALL_AGAIN_AFTER) : null;

/** What a channel does for a notice outside the app. */
export const channels = ['wechat', 'sms'] as const;
export type Channel = (typeof channels)[number];

/**
 * How long a channel's receipt is waited for after a message was handed over, in milliseconds, before the next channel
 * is tried. Receipts that come later still count.
 */
export const receiptWithin: Record<Channel, number> = { wechat: 5 * MINUTE, sms: 10 * MINUTE };

/** WeChat's templates by what they are for: an operator has one of each kind at most. */
export const templateKinds = ['change', 'offer', 'reminder', 'reply'] as const;
export type TemplateKind = (typeof templateKinds)[number];

const TEMPLATE_KINDS: Record<NoticeKind, TemplateKind> = {
  offered: 'offer',
  promoted: 'offer',
  displaced: 'change',
  moved: 'change',
  changed: 'change',
  cancelled: 'change',
  'passed-on': 'change',
  'held-released': 'change',
  'held-returned': 'change',
  message: 'change',
  'sign-up-opens': 'reminder',
  'day-before': 'reminder',
  'preparation-starts': 'reminder',
  'due-again': 'reminder',
  'legal-aid-answer': 'reply',
  'complaint-answer': 'reply',
  'report-answer': 'reply',
};

/** By which of WeChat's templates a notice goes out. */
export const templateKindOf = (kind: NoticeKind): TemplateKind => TEMPLATE_KINDS[kind];

/**
 * Whether a registration's notice is still worth telling: an offer that was answered, or a change of a place that was
 * given up, is nobody's to be told of.
 */
export function stillCounts(
  kind: NoticeKind,
  registration: { status: RegistrationStatus; offerUntil: number | null },
): boolean {
  const { status, offerUntil } = registration;
  switch (kind) {
    case 'cancelled':
      return status === 'cancelled';
    case 'offered':
      return status === 'waitlist' && offerUntil !== null;
    case 'displaced':
    case 'passed-on':
      return status === 'waitlist';
    case 'promoted':
      return status === 'booked';
    case 'moved':
    case 'changed':
      return status === 'booked' || status === 'waitlist';
    default:
      return true;
  }
}
