/**
 * What the union published since the app was built, made searchable on the phone, and what it took down no longer: every
 * collection that a form of the console adds to. Of the others the bundle is searched until the next release.
 */
import { useMemo } from 'react';
import type { Bundled, CollectionName, SearchIndex, SearchKind } from '@yugong/content/bundle';
import { CaseRecord } from '@yugong/domain/case/record';
import { categoryNameOf } from '@yugong/domain/case/words';
import { EventRecord } from '@yugong/domain/event/record';
import { HotlineRecord, LawFactRecord, LegalPlaceRecord } from '@yugong/domain/legal-aid/record';
import { NewsRecord } from '@yugong/domain/news/record';
import { searchTopics } from '@yugong/content/search-topics';
import {
  entriesOfRows,
  entryOf,
  type Searchable,
  searchableCase,
  searchableEvent,
  searchableHotline,
  searchableLawFact,
  searchableLegalPlace,
  searchableNews,
} from '@yugong/content/searchable';
import { prepareSearch, type PreparedSearch, type SearchEntry } from '@yugong/domain/search';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import index from './generated/index.json';
import { kindWeight } from './model';

const bundled = bundleOf<SearchIndex>(index);
const entries = entriesOfRows(bundled.rows);

type Entries = readonly SearchEntry<SearchKind>[];

const entriesOf =
  <C extends CollectionName>(kind: C, searchable: (record: Bundled<C>) => Searchable) =>
  (records: Bundled<C>[]): Entries =>
    records.map((one) => entryOf(kind, one.id, searchable(one)));

const bundledOf = (kind: CollectionName): Entries => entries.filter((one) => one.kind === kind);

const cases = defineSource({
  collection: 'cases',
  record: CaseRecord,
  bundled: bundledOf('cases'),
  read: entriesOf('cases', (one) => searchableCase({ ...one, categoryName: categoryNameOf(one) })),
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
/** What legal aid is told of: whom to ask, and what the law says. */
export const searchedLaw = {
  hotlines: defineSource({
    collection: 'hotlines',
    record: HotlineRecord,
    bundled: bundledOf('hotlines'),
    read: entriesOf('hotlines', searchableHotline),
  }),
  places: defineSource({
    collection: 'legal-places',
    record: LegalPlaceRecord,
    bundled: bundledOf('legal-places'),
    read: entriesOf('legal-places', searchableLegalPlace),
  }),
  facts: defineSource({
    collection: 'law-facts',
    record: LawFactRecord,
    bundled: bundledOf('law-facts'),
    read: entriesOf('law-facts', searchableLawFact),
  }),
};
const followed = new Set<SearchKind>(
  [cases, news, events, ...Object.values(searchedLaw)].map(({ collection }) => collection),
);
const rest = entries.filter(({ kind }) => !followed.has(kind));

/** Everything that is searched, as new as it is known. */
export function usePrepared(): PreparedSearch<SearchKind> {
  const [newCases, newNews, newEvents] = [useCollection(cases), useCollection(news), useCollection(events)];
  const newHotlines = useCollection(searchedLaw.hotlines);
  const newPlaces = useCollection(searchedLaw.places);
  const newFacts = useCollection(searchedLaw.facts);
  return useMemo(
    () =>
      prepareSearch([...rest, ...newHotlines, ...newPlaces, ...newFacts, ...newEvents, ...newNews, ...newCases], {
        topics: searchTopics,
        readings: bundled.readings,
        places: bundled.places,
        nearPlaces: 'page-stations',
        person: 'page-ask',
        kindWeight,
      }),
    [newCases, newNews, newEvents, newHotlines, newPlaces, newFacts],
  );
}
