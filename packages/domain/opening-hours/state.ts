/** Is it open, and until when? Three states, never two: what nobody knows is not open. */
import { MINUTE } from '../time';
import { dayNumberAt, instantAt, minutesInto } from './days';
import type { HolidayTable } from './holidays';
import { followsHolidays, isAlwaysOpen, segmentsOf, type Segment } from './segments';
import { HORIZON_DAYS, type CompiledHours, type HoursState, type SpecialDay } from './types';
import { defined } from '../narrow';

/**
 * The state at an instant.
 *
 * @param hours compiled hours; null where no source gives any
 * @param instant milliseconds since the epoch
 * @param table the bundled holidays; after its end, hours that depend on holidays are unknown
 * @example
 * stateAt([{ d: 31, t: [540, 1080] }], Date.parse('2026-11-23T17:00+08:00'), holidays)
 * // { state: 'open', until: Date.parse('2026-11-23T18:00+08:00'), special: null }
 */
export function stateAt(hours: CompiledHours | null, instant: number, table: HolidayTable): HoursState {
  if (hours === null) return { state: 'unknown', reason: 'no-hours' };
  if (isAlwaysOpen(hours)) return { state: 'open', until: null, special: null };
  const day = dayNumberAt(instant);
  const minute = minutesInto(day, instant);
  const segments = segmentsOf(hours, day, table);
  const now = defined(segments.find(({ to }) => to > minute));
  if (now.state === 'unknown') return { state: 'unknown', reason: now.reason ?? 'said-unknown' };
  const change = nextChange(hours, day, segments, now, table);
  const special = unforeseen(hours, day, table);
  if (now.state === 'open') return { state: 'open', until: change?.at ?? null, special };
  return { state: 'closed', opensAt: change?.state === 'open' ? change.at : null, special };
}

/**
 * The state that somebody finds who leaves now.
 *
 * @param travelMinutes how long the way takes; 0 asks for now
 */
export const stateOnArrival = (
  hours: CompiledHours | null,
  now: number,
  travelMinutes: number,
  table: HolidayTable,
): HoursState => stateAt(hours, now + travelMinutes * MINUTE, table);

const MOST_DAYS = 3;

/**
 * Asks many stations whether they are known to be open at an instant; days once worked out are kept for the next.
 * Unknown is not open.
 */
export function isOpenAt(table: HolidayTable): (hours: CompiledHours, instant: number) => boolean {
  const days = new Map<number, Map<CompiledHours, Segment[]>>();
  return (hours, instant) => {
    const day = dayNumberAt(instant);
    let known = days.get(day);
    if (!known) {
      // An app that lives for weeks asks of today and tomorrow.
      if (days.size >= MOST_DAYS) days.clear();
      days.set(day, (known = new Map()));
    }
    let segments = known.get(hours);
    if (!segments) known.set(hours, (segments = segmentsOf(hours, day, table)));
    const minute = minutesInto(day, instant);
    return segments.some(({ from, to, state }) => state === 'open' && minute >= from && minute < to);
  };
}

/** The day's name where it is special and the hours say nothing of such days. */
export function unforeseen(hours: CompiledHours, day: number, table: HolidayTable): SpecialDay | null {
  return followsHolidays(hours) || isAlwaysOpen(hours) ? null : (table.at(day) ?? null);
}

/** The next segment in another state, or null within the horizon. */
function nextChange(
  hours: CompiledHours,
  day: number,
  segments: readonly Segment[],
  now: Segment,
  table: HolidayTable,
): { state: Segment['state']; at: number } | null {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const all = ahead === 0 ? segments.filter(({ from }) => from >= now.to) : segmentsOf(hours, day + ahead, table);
    const other = all.find(({ state }) => state !== now.state);
    if (other) return { state: other.state, at: instantAt(day + ahead, other.from) };
  }
  return null;
}
