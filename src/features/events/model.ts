/** Events as coming or past occurrences. */
import type { EventItem } from '@yugong/content/bundle';
import type { Occurrence } from '@yugong/domain/event/occurrences';
import { EventRecord } from '@yugong/domain/event/record';
import { partsOf, type Day } from '@yugong/domain/calendar';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import districts from './generated/districts.json';
import events from './generated/events.json';

/** The events that are bundled. */
export const bundledEvents = bundleOf<readonly EventItem[]>(events);

const eventSource = defineSource({
  collection: 'events',
  record: EventRecord,
  bundled: bundledEvents,
  read: (records, { occurrences = {} }) =>
    records.map((event): EventItem => ({ ...event, occurrences: occurrences[event.id] ?? [] })),
});

/** All events, in no order. */
export const useEvents = (): readonly EventItem[] => useCollection(eventSource);

/** Content's ids begin with their kind; the service's own are something else. */
export const isContentId = (id: string): boolean => id.startsWith('event-');

const districtList: readonly { adcode: string; title: string }[] = districts;

/** A district's name by its code, today's districts only; null for any other. */
export const districtTitle = (adcode: string): string | null =>
  districtList.find((one) => one.adcode === adcode)?.title ?? null;

export interface ListedEvent {
  event: EventItem;
  when: Occurrence;
}

/**
 * One line an event: its next (or present) occurrence where it has one, else its last.
 * Coming ones soonest first, past ones newest first.
 */
export function listEvents(items: readonly EventItem[], today: Day): { coming: ListedEvent[]; past: ListedEvent[] } {
  const coming: ListedEvent[] = [];
  const past: ListedEvent[] = [];
  for (const event of items) {
    const next = event.occurrences.find((when) => when.end >= today);
    const last = event.occurrences[event.occurrences.length - 1];
    if (next) coming.push({ event, when: next });
    else if (last) past.push({ event, when: last });
  }
  coming.sort((a, b) => a.when.start.localeCompare(b.when.start));
  past.sort((a, b) => b.when.start.localeCompare(a.when.start));
  return { coming, past };
}

/** How many of an event's later times its page names. */
const MAX_LATER_TIMES = 2;

/** The time an event's page is about: its next or present one, else its last; and the next ones after that. */
export function occurrencesShown(
  { start, end, occurrences }: EventItem,
  today: Day,
): { when: Occurrence; coming: boolean; later: Occurrence[] } {
  const next = occurrences.findIndex((one) => one.end >= today);
  const when = occurrences[next];
  const last = occurrences[occurrences.length - 1] ?? { start, end: end ?? start };
  if (!when) return { when: last, coming: false, later: [] };
  return {
    when,
    coming: true,
    later: occurrences.slice(next + 1, next + 1 + MAX_LATER_TIMES),
  };
}

/** Past events under their years, newest first. */
export function byYear(listed: readonly ListedEvent[]): { year: number; items: ListedEvent[] }[] {
  const years: { year: number; items: ListedEvent[] }[] = [];
  for (const item of listed) {
    const { year } = partsOf(item.when.start);
    const group = years.find((other) => other.year === year);
    if (group) group.items.push(item);
    else years.push({ year, items: [item] });
  }
  return years;
}
