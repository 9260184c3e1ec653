import { weekdayName } from '../calendar';
import { dayNumberAt, dayOf, MINUTES_A_DAY, weekdayOf } from './days';
import type { HolidayTable } from './holidays';
import { segmentsOf, type Segment } from './segments';
import type { CompiledHours, Stretch, WeekRow } from './types';
import { defined } from '../narrow';

/**
 * The week's table, Monday to Sunday, of the week that an instant is in.
 *
 * A night's hours stand on the evening they begin: 22:00 to 02:00 is one stretch with `to` 1560.
 *
 * @returns seven rows; null where no source gives hours
 */
export function weekOf(hours: CompiledHours | null, instant: number, table: HolidayTable): WeekRow[] | null {
  if (hours === null) return null;
  const today = dayNumberAt(instant);
  const monday = today - weekdayOf(today);
  const days = Array.from({ length: 9 }, (_, at) => segmentsOf(hours, monday - 1 + at, table));
  return Array.from({ length: 7 }, (_, at) => {
    const day = monday + at;
    const name = dayOf(day);
    return {
      day: name,
      weekday: weekdayName(name),
      isToday: day === today,
      special: table.at(day) ?? null,
      stretches: stretchesOf(defined(days[at]), defined(days[at + 1]), defined(days[at + 2])),
    };
  });
}

/** Joins what goes on past midnight to the evening before, unless the day is open right through. */
function stretchesOf(before: Segment[], day: Segment[], after: Segment[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, state } of day) {
    if (state === 'closed' || (from === 0 && isNightOf(before, day, state))) continue;
    const goesOn = to === MINUTES_A_DAY && from > 0 && isNightOf(day, after, state);
    stretches.push({ from, to: goesOn ? to + defined(after[0]).to : to, state });
  }
  return stretches;
}

/** Does the first segment of `next` belong to the evening of `evening`? */
function isNightOf(evening: Segment[], next: Segment[], state: Segment['state']): boolean {
  const [last, first] = [evening[evening.length - 1], next[0]];
  return last?.state === state && first?.state === state && last.from > 0 && first.to < MINUTES_A_DAY;
}
