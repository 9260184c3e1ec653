import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { filterItems, noFilter, type AgendaFilter } from '@yugong/domain/agenda';
import { addDays, addMonths, isDay, monthOf, weekStart, type Day, type Month } from '@yugong/domain/calendar';
import { useToday } from '@/platform/clock';
import { useMyDates } from '@/platform/my-dates';
import { readParam } from '@/platform/navigation';
import { load, save, stored } from '@/platform/storage';
import { dateItem, eventItems, holidayItems, servedItems, type DayRange } from './model/items';
import { useCalendarTable } from './table';
import { useServed } from './use-served';

export type CalendarMode = 'month' | 'week' | 'list';

/** How far a list looks ahead; what is further is reached by turning. */
const LIST_DAYS = 366;

/** The days a view shows around a day. A list looks ahead. */
export function rangeOf(view: CalendarMode, day: Day): DayRange {
  if (view === 'week') return { from: weekStart(day), to: addDays(weekStart(day), 6) };
  if (view === 'list') return { from: day, to: addDays(day, LIST_DAYS) };
  const month = monthOf(day);
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** The calendar as the reader left it: view, day, filter, and everything that is on. */
export function useCalendar() {
  const { today, refresh: lookAtClock } = useToday();
  const asked = readParam(useRouter().params, 'day');
  const [look, setLook] = useState(() => load(stored.calendarLook));
  const [day, setDay] = useState<Day>(isDay(asked) ? asked : today);
  const [chosen, setChosen] = useState<Day | null>(isDay(asked) ? asked : null);
  const [filter, setFilter] = useState<AgendaFilter>(noFilter);
  const { view } = look;
  const { from, to } = rangeOf(view, day);
  const table = useCalendarTable();
  const served = useServed({ from, to });
  const dates = useMyDates((state) => state.items);

  const { sessions, registrations } = served;
  const items = useMemo(() => {
    const range = { from, to };
    const own = dates.map(dateItem).filter(({ start }) => start >= from && start <= to);
    return [
      ...eventItems(table, range),
      ...holidayItems(table, range),
      ...own,
      ...servedItems(sessions, registrations, range, today),
    ];
  }, [table, from, to, dates, today, sessions, registrations]);
  const shown = useMemo(() => filterItems(items, filter), [items, filter]);

  const keep = (next: typeof look) => {
    setLook(next);
    save(stored.calendarLook, next);
  };
  const goTo = (next: Day) => {
    setDay(next);
    setChosen(next);
  };
  /** To a month as a whole; this one's list begins with today. */
  const goToMonth = (month: Month) => {
    setDay(month === monthOf(today) ? today : `${month}-01`);
    setChosen(null);
  };
  return {
    today,
    day,
    /** The day whose lines stand under the month; null for all of the month. */
    chosen,
    view,
    lunar: look.lunar,
    filter,
    items: shown,
    hidden: items.length - shown.length,
    served,
    table,
    choose: (next: Day) => {
      setDay(next);
      setChosen(chosen === next ? null : next);
    },
    goTo,
    goToMonth,
    /** To the next or the last month, week, or list of a month later. */
    turn: (by: 1 | -1) => {
      if (view === 'week') goTo(addDays(day, by * 7));
      else goToMonth(addMonths(monthOf(day), by));
    },
    setView: (next: CalendarMode) => {
      keep({ ...look, view: next });
      // A list begins with today, unless another day was asked for.
      if (next === 'list' && monthOf(day) === monthOf(today)) goTo(today);
    },
    setLunar: (lunar: boolean) => keep({ ...look, lunar }),
    setFilter,
    refresh: async () => {
      lookAtClock();
      await served.refresh();
    },
  };
}

export type Calendar = ReturnType<typeof useCalendar>;
