/** 投诉建议: what somebody finds wrong, would have otherwise, or wants to be called back about; its number and its deadline. */
import { addDays, dayAt, type Day } from '../calendar';
import { afterWorkingDays, workingDays, type RestDays } from '../labour-law/rest-days';

/** Complaints that one account may send within a day. */
export const COMPLAINTS_PER_DAY = 6;

/** The characters of an id that nobody can guess and that are all of chance: its last holds three bits only. */
const CHANCE = [-7, -1] as const;

/**
 * The number by which a complaint is asked after on the telephone: the day, and six characters without I, L, O and U.
 *
 * @param id the service's id of 26 characters, whose last 16 are chance
 * @param createdAt milliseconds since the epoch
 * @example complaintNumber('0123456789ABCDEFGHJKMNPQRS', instantOf('2026-11-30', '09:00')) // '261130-KMNPQR'
 */
export const complaintNumber = (id: string, createdAt: number): string =>
  `${dayAt(createdAt).slice(2).replaceAll('-', '')}-${id.slice(...CHANCE)}`;

/**
 * The last day for an answer: so many working days after the day it came on.
 *
 * @param within what the operator promises, in working days
 * @param rest the days off that are announced
 * @example complaintDue('2026-11-30', 5, rest) // '2026-12-07'
 */
export const complaintDue = (receivedOn: Day, within: number, rest: RestDays): Day =>
  afterWorkingDays(rest, receivedOn, within);

/**
 * Working days until the last day for an answer: 0 on it, negative once it has passed.
 *
 * @example workingDaysLeft('2026-12-07', '2026-12-04', rest) // 1: from a Friday to the Monday after
 */
export function workingDaysLeft(answerBy: Day, today: Day, rest: RestDays): number {
  if (today <= answerBy) return workingDays(rest, addDays(today, 1), answerBy);
  // `-0` is not the same to whoever compares.
  return 0 - workingDays(rest, addDays(answerBy, 1), today);
}
