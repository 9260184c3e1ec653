/** Being told when the next screening is due: one date, kept by a consent of its own, without any result. */
import type { Day } from '../calendar';
import { nextDue } from '../screening/schedule';
import type { ScreeningRules } from '../screening/rules';
import { DAY, instantOf } from '../time';

/** In the morning of the day, when an office can be called. */
const TIME = '09:00';
/** How long after the first time she is told once more, where she did nothing. */
const AGAIN_AFTER_DAYS = 30;
/** How long the date is kept after she was told twice. */
const KEPT_AFTER_DAYS = 90;

/** How often somebody is told of one date. */
export const TIMES_TOLD = 2;

/**
 * The day on which somebody is due again by the programme's own intervals: the earliest of its tests.
 *
 * @param on the day of the last screening
 * @returns null where no source says how long the interval is
 * @example dueAgain({ intervals: [{ of: '两癌筛查', months: 36 }] }, '2026-11-26') // { day: '2029-11-26', months: 36 }
 */
export function dueAgain(
  rules: Pick<ScreeningRules, 'intervals'> | null,
  on: Day,
): { day: Day; months: number } | null {
  const months = (rules?.intervals ?? []).flatMap((one) => (one.months === null ? [] : [one.months]));
  if (months.length === 0) return null;
  const soonest = Math.min(...months);
  const [due] = nextDue({ intervals: [{ of: '', months: soonest }] }, on) ?? [];
  return due?.day ? { day: due.day, months: soonest } : null;
}

/** When somebody is told of a day for the first time, in milliseconds since the epoch. */
export const firstTold = (day: Day): number => instantOf(day, TIME);

/**
 * What is to happen next after somebody was told: the second time, and after that the date is forgotten.
 *
 * @param told how often she was told before
 * @param at when she is told now, in milliseconds since the epoch
 */
export const nextStepAt = (told: number, at: number): number =>
  at + (told + 1 < TIMES_TOLD ? AGAIN_AFTER_DAYS : KEPT_AFTER_DAYS) * DAY;
