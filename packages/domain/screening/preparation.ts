/** What to do before a session, as a timeline. */
import { addDays, dayAt, sayDay, timeAt, type Day } from '../calendar';
import { HOUR, instantOf } from '../time';
import type { PreparationStep, ScreeningRules } from './rules';

/** A step with its times, in milliseconds since the epoch. */
export interface PreparationRow {
  id: string;
  text: string;
  why: string | null;
  from: number;
  /** Where it ends; the session's start where the programme names no other end. */
  until: number;
}

type Before = PreparationStep['from'];

const instantBefore = (before: Before, start: number): number =>
  'hours' in before ? start - before.hours * HOUR : instantOf(addDays(dayAt(start), -before.days));

/**
 * The steps of a programme before one session, the earliest first.
 *
 * @param startsAt the session's start, ISO 8601 with its offset
 * @returns null where the programme does not say what to prepare (「以主办单位通知为准」), `[]` where nothing needs preparing
 * @example
 * preparationTimeline(programme, '2026-11-26T09:30:00+08:00');
 * // [{ id: 'rest', text: '…', why: null, from: 1763913600000, until: 1764120600000 }]
 */
export function preparationTimeline(
  programme: { rules: Pick<ScreeningRules, 'preparation'> | null },
  startsAt: string,
): PreparationRow[] | null {
  const steps = programme.rules?.preparation;
  if (!steps) return null;
  const start = Date.parse(startsAt);
  return steps
    .map(({ id, text, why, from, until }) => ({
      id,
      text,
      why,
      from: instantBefore(from, start),
      until: until === null ? start : instantBefore(until, start),
    }))
    .sort((a, b) => a.from - b.from || a.until - b.until);
}

/**
 * From when on, as people say it; midnight is said as the day alone.
 *
 * @param at milliseconds since the epoch
 * @example sayFrom(Date.parse('2026-11-26T00:00:00+08:00'), '2026-11-25') // '明天起'
 */
export const sayFrom = (at: number, today: Day): string =>
  timeAt(at) === '00:00' ? `${sayDay(dayAt(at), today)}起` : `${sayDay(dayAt(at), today)} ${timeAt(at)} 起`;
