/** Which items a reader sees: by day, by filter, a page of them at a time. */
import { addDays, type Day } from '../calendar';
import { isOnDay } from './span';
import { agendaKinds, type AgendaItem, type AgendaKind } from './types';

/** What a reader can narrow the calendar down by; null is everything. */
export interface AgendaFilter {
  kind: FilterKind | null;
  adcode: string | null;
  /** Only what one can still sign up for. */
  joinable: boolean;
}

/** The kinds as a reader thinks of them: what is their own is one. */
export const filterKinds = ['mine', 'event', 'screening', 'holiday'] as const;
export type FilterKind = (typeof filterKinds)[number];

const kindsOf: Record<FilterKind, readonly AgendaKind[]> = {
  mine: ['deadline', 'registration'],
  event: ['event'],
  screening: ['screening'],
  holiday: ['holiday', 'workday'],
};

export const noFilter: AgendaFilter = { kind: null, adcode: null, joinable: false };

export const isFiltered = ({ kind, adcode, joinable }: AgendaFilter): boolean =>
  kind !== null || adcode !== null || joinable;

/**
 * The items that pass. What is the whole city's passes every district, and what is one's own or a public
 * holiday is not narrowed down by district.
 */
export const filterItems = (items: readonly AgendaItem[], filter: AgendaFilter): AgendaItem[] =>
  items.filter(
    (item) =>
      (filter.kind === null || kindsOf[filter.kind].includes(item.kind)) &&
      (filter.adcode === null || item.adcode === null || item.adcode === filter.adcode) &&
      (!filter.joinable || item.joinable),
  );

const rank = (kind: AgendaKind): number => agendaKinds.indexOf(kind);

/** As they stand under one day: whole days first, then by the time they begin, one's own before others. */
export function compareOn(day: Day): (a: AgendaItem, b: AgendaItem) => number {
  const begins = (item: AgendaItem): string => (item.time && item.start === day ? item.time.from : '');
  return (a, b) => begins(a).localeCompare(begins(b)) || rank(a.kind) - rank(b.kind) || a.key.localeCompare(b.key);
}

/** What is on a day, in the day's order. */
export const itemsOn = (items: readonly AgendaItem[], day: Day): AgendaItem[] =>
  items.filter((item) => isOnDay(item, day)).sort(compareOn(day));

/**
 * What is on each of some days in a row; a day with nothing has no entry. Reads the items once, however
 * many days there are.
 */
export function itemsByDay(items: readonly AgendaItem[], from: Day, to: Day): Map<Day, AgendaItem[]> {
  const days = new Map<Day, AgendaItem[]>();
  for (const item of items) {
    if (item.end < from || item.start > to) continue;
    const last = item.end < to ? item.end : to;
    for (let day = item.start > from ? item.start : from; day <= last; day = addDays(day, 1)) {
      const known = days.get(day);
      if (known) known.push(item);
      else days.set(day, [item]);
    }
  }
  for (const [day, there] of days) there.sort(compareOn(day));
  return days;
}

/** A page of a long list: these items, and how many there are before and after them. */
export interface Slice {
  items: AgendaItem[];
  before: number;
  after: number;
}

/**
 * The list from a day on: first what goes on or begins then, in order of its beginning. `page` 0 begins
 * there, 1 is the next, -1 the one before; beyond the ends there is nothing.
 */
export function sliceFrom(items: readonly AgendaItem[], day: Day, page: number, size: number): Slice {
  const sorted = [...items].sort(
    (a, b) =>
      a.start.localeCompare(b.start) ||
      (a.time?.from ?? '').localeCompare(b.time?.from ?? '') ||
      rank(a.kind) - rank(b.kind) ||
      a.key.localeCompare(b.key),
  );
  // What began earlier and still goes on is not past: it stands before what begins today.
  const past = sorted.filter((item) => item.end < day);
  const coming = sorted.filter((item) => item.end >= day);
  const all = [...past, ...coming];
  const wanted = past.length + page * size;
  const from = Math.min(Math.max(wanted, 0), all.length);
  const to = wanted < 0 ? Math.max(wanted + size, 0) : from + size;
  const slice = all.slice(from, to);
  return { items: slice, before: from, after: all.length - from - slice.length };
}
