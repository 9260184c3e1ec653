/**
 * What the union published since the app was built, made searchable on the phone: the records that a newsletter becomes.
 * Of the others the bundle is searched until the next release.
 */
import { useMemo } from 'react';
import type { Bundled, CollectionName, SearchIndex } from '@yugong/content/bundle';
import { caseCategories, CaseRecord } from '@yugong/domain/case/record';
import { EventRecord } from '@yugong/domain/event/record';
import { NewsRecord } from '@yugong/domain/news/record';
import { entryOf, type Searchable, searchableCase, searchableEvent, searchableNews } from '@yugong/content/searchable';
import { fold, type SearchEntry } from '@yugong/domain/search';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import index from './generated/index.json';

const bundledEntries = bundleOf<SearchIndex>(index);

type Entries = readonly SearchEntry<CollectionName>[];

let spelled: ReadonlyMap<string, string> | undefined;

/** The phone has no pinyin of its own: a character is read as in the titles that are bundled; another is itself. */
function syllablesOf(title: string): string[] {
  spelled ??= new Map(
    bundledEntries.flatMap((one) => [...one.title].map((char, at) => [char, one.pinyin[at] ?? char])),
  );
  return [...fold(title)].map((char) => spelled?.get(char) ?? char);
}

const entriesOf =
  <C extends CollectionName>(kind: C, searchable: (record: Bundled<C>) => Searchable) =>
  (records: Bundled<C>[]): Entries =>
    records.map((one) => entryOf(kind, one.id, searchable(one), syllablesOf(one.title)));

const bundledOf = (kind: CollectionName): Entries => bundledEntries.filter((one) => one.kind === kind);

const cases = defineSource({
  collection: 'cases',
  record: CaseRecord,
  bundled: bundledOf('cases'),
  read: entriesOf('cases', (one) => searchableCase({ ...one, categoryName: caseCategories[one.category] })),
});
const news = defineSource({
  collection: 'news',
  record: NewsRecord,
  bundled: bundledOf('news'),
  read: entriesOf('news', searchableNews),
});
const events = defineSource({
  collection: 'events',
  record: EventRecord,
  bundled: bundledOf('events'),
  read: entriesOf('events', searchableEvent),
});
const rest = bundledEntries.filter(({ kind }) => kind !== 'cases' && kind !== 'news' && kind !== 'events');

/** Everything that is searched, in the index's order, as new as it is known. */
export function useEntries(): Entries {
  const [newCases, newNews, newEvents] = [useCollection(cases), useCollection(news), useCollection(events)];
  return useMemo(() => [...newCases, ...newNews, ...newEvents, ...rest], [newCases, newNews, newEvents]);
}
