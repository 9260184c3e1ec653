/** When to go: the days and hours of sessions, and when the next screening is due by the programme's own intervals. */
import { dayAt, monthsAfter, timeAt, weekdayName, type Day } from '../calendar';
import type { ScreeningRules } from './rules';

export interface Due {
  /** The test the interval is for, in the programme's words. */
  of: string;
  /** Null where the source leaves the interval open. */
  day: Day | null;
}

/**
 * @param on the day of the last screening
 * @returns null where the programme says nothing of intervals
 * @example nextDue({ intervals: [{ of: '两癌筛查', months: 36 }] }, '2026-11-26') // [{ of: '两癌筛查', day: '2029-11-26' }]
 */
export const nextDue = ({ intervals }: Pick<ScreeningRules, 'intervals'>, on: Day): Due[] | null =>
  intervals && intervals.map(({ of, months }) => ({ of, day: months === null ? null : monthsAfter(on, months) }));

export interface SlotTime {
  day: Day;
  /** `HH:mm` in Chongqing. */
  starts: string;
  ends: string;
  weekend: boolean;
  /** Begins at 17:00 or later. */
  evening: boolean;
}

/** @param session its times, ISO 8601 */
export function slotTime({ startsAt, endsAt }: { startsAt: string; endsAt: string }): SlotTime {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const day = dayAt(start);
  const starts = timeAt(start);
  return {
    day,
    starts,
    ends: timeAt(end),
    weekend: ['周六', '周日'].includes(weekdayName(day)),
    evening: starts >= '17:00',
  };
}
