/** Events as coming or past occurrences. */
import type { EventItem, Occurrence } from '@/content/bundle';
import { EventRecord } from '@/content/schema/events';
import { partsOf, type Day } from '@/domain/calendar';
import { defineSource, useCollection } from '@/platform/content-feed';
import districts from './generated/districts.json';
import events from './generated/events.json';

/** The events that are bundled. */
export const bundledEvents = events as unknown as readonly EventItem[];

const eventSource = defineSource({
  collection: 'events',
  record: EventRecord,
  bundled: bundledEvents,
  read: (records, { occurrences = {} }) =>
    records.map((event): EventItem => ({ ...event, occurrences: occurrences[event.id] ?? [] })),
});

/** All events, in no order. */
export const useEvents = (): readonly EventItem[] => useCollection(eventSource);

/** A district's name by its code, today's districts only; null for any other. */
export const districtTitle = (adcode: string): string | null =>
  (districts as readonly { adcode: string; title: string }[]).find((one) => one.adcode === adcode)?.title ?? null;

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
