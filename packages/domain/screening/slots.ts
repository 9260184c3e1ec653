/** Sessions as somebody with one free morning a week looks at them. */
import { dayAt, timeAt, weekdayName, type Day } from '../calendar';

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
