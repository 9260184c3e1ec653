/** Where a key leads from a day, in the way date grids are used (ARIA Authoring Practices). */
import { addDays, addMonths, monthOf, weekStart, type Day } from '@yugong/domain/calendar';

/** The same day of another month, or that month's last where it is shorter. */
function inMonth(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const wanted = `${month}-${day.slice(8)}`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return wanted < last ? wanted : last;
}

const moves: Record<string, (day: Day) => Day> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: weekStart,
  End: (day) => addDays(weekStart(day), 6),
  PageUp: (day) => inMonth(day, -1),
  PageDown: (day) => inMonth(day, 1),
};

/** @returns null for a key that means nothing here */
export const dayFrom = (day: Day, key: string): Day | null => moves[key]?.(day) ?? null;
