/** What becomes of a request for legal aid, and which requests can't wait (法律援助法 44). */
import { daysBetween, type Day } from '../calendar';

/**
 * `received`: nobody has it yet. `assigned`: somebody at the union does. `answered`: it is the worker's turn.
 * `closed`: the union has ended it. `withdrawn`: the worker has.
 */
export const legalAidStatuses = ['received', 'assigned', 'answered', 'closed', 'withdrawn'] as const;
export type LegalAidStatus = (typeof legalAidStatuses)[number];

/** Those in which something can still be said. */
export const openStatuses = ['received', 'assigned', 'answered'] as const satisfies readonly LegalAidStatus[];

/** @example isOpen('closed') // false */
export const isOpen = (status: LegalAidStatus): boolean => openStatuses.some((open) => open === status);

/** 距法定时效或者期限届满不足七日. */
export const URGENT_DAYS = 7;

/** Requests that one account may send within a day, and how many of them may be urgent: a person has one dispute or two. */
export const REQUESTS_PER_DAY = 6;
export const URGENT_PER_DAY = 3;

/** Days until the last day: 0 on it, negative after it, null where none was told. */
export const daysUntilDue = (dueDay: Day | null, today: Day): number | null =>
  dueDay === null ? null : daysBetween(today, dueDay);

/**
 * Is it open, with fewer than seven days left? One whose last day passed while it waited stays urgent; one that
 * came when the day was long over is not.
 *
 * @param askedOn the day it was sent
 * @example isUrgent({ status: 'received', dueDay: '2026-03-07', askedOn: '2026-03-01' }, '2026-03-01') // true
 */
export function isUrgent(
  { status, dueDay, askedOn }: { status: LegalAidStatus; dueDay: Day | null; askedOn: Day },
  today: Day,
): boolean {
  const left = daysUntilDue(dueDay, today);
  return dueDay !== null && left !== null && left < URGENT_DAYS && dueDay >= askedOn && isOpen(status);
}
