/** What the cells of a month show. */
import type { CalendarTable } from '@yugong/content/bundle';
import { agendaKinds, kindSigns, type AgendaItem } from '@yugong/domain/agenda';
import { daysBetween, monthWeeks, type Day, type Month } from '@yugong/domain/calendar';
import { festivalOf, sayUnderDay, solarTermOf } from '@yugong/domain/lunar';
import type { DayMark, DayNote } from '@/ui/month-grid';

/** What goes on for longer than this marks only its first and its last day: a summer is no news every day. */
const LONG_DAYS = 7;
/** Titles of one kind that a cell says to a screen reader; more are a number. */
const MAX_TITLES_SPOKEN = 2;

const isNote = ({ kind }: AgendaItem): boolean => kind === 'holiday' || kind === 'workday';

const marksCell = ({ start, end }: AgendaItem, day: Day): boolean =>
  daysBetween(start, end) < LONG_DAYS || day === start || day === end;

/** One mark a kind: its sign, and the first titles with how many there are. */
export function marksOf(items: readonly AgendaItem[], day: Day): DayMark[] {
  const shown = items.filter((item) => !isNote(item) && marksCell(item, day));
  return agendaKinds.flatMap((kind) => {
    const titles = shown.filter((item) => item.kind === kind).map(({ title }) => title);
    if (titles.length === 0) return [];
    const rest = titles.length > MAX_TITLES_SPOKEN ? `等 ${titles.length} 项` : '';
    const own = kind === 'deadline' || kind === 'registration';
    return [
      { sign: kindSigns[kind], text: titles.slice(0, MAX_TITLES_SPOKEN).join('、') + rest, ...(own ? { own } : {}) },
    ];
  });
}

export const marksOfMonth = (byDay: ReadonlyMap<Day, readonly AgendaItem[]>): Record<Day, DayMark[]> =>
  Object.fromEntries([...byDay].map(([day, items]) => [day, marksOf(items, day)]));

/** What each day of a month is: lunar date, festival, day off or worked. */
export function notesOf(table: CalendarTable, month: Month, withLunar: boolean): Record<Day, DayNote> {
  const notes: Record<Day, DayNote> = {};
  const offSpans = [...table.holidays, ...table.fixedHolidays];
  for (const day of monthWeeks(month).flat()) {
    const off = offSpans.find(({ start, end }) => start <= day && day <= end);
    const work = table.workdays.find((one) => one.day === day);
    const special = festivalOf(table.lunar, day) ?? solarTermOf(table.lunar, day);
    const note: DayNote = {
      ...(withLunar ? { under: sayUnderDay(table.lunar, day), special: special !== null } : {}),
      badge: off ? '休' : work ? '班' : undefined,
      spoken: [special, off && `${off.name}放假`, work && `${work.name}调休，要上班`].filter(Boolean).join('，'),
    };
    notes[day] = note;
  }
  return notes;
}
