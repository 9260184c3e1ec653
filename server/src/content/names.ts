/** What the records of a collection refer to, for phones that have no other collection. */
import type { FeedNames } from '@yugong/domain/publication/feed';
import { occurrencesOf } from '@yugong/domain/event/occurrences';
import type { CollectionName, Dataset } from '@yugong/content/schema';
import { servedOnly, type PublishedBy } from './published-records';

type AnyRecord = Dataset[CollectionName][number];
interface Refers {
  adcode?: string;
  related?: string[];
}

const everyId = new WeakMap<Dataset, Map<string, { collection: CollectionName; title: string }>>();

function titlesOf(dataset: Dataset) {
  let titles = everyId.get(dataset);
  if (!titles) {
    const entries = Object.entries(dataset) as [CollectionName, AnyRecord[]][];
    titles = new Map(
      entries.flatMap(([collection, records]) => records.map(({ id, title }) => [id, { collection, title }])),
    );
    everyId.set(dataset, titles);
  }
  return titles;
}

/**
 * The names that one collection's records need.
 *
 * @param by who published what of it; left out where nobody published anything
 */
export function namesOf(name: CollectionName, dataset: Dataset, by?: PublishedBy): FeedNames {
  const titles = titlesOf(dataset);
  const called = new Map(dataset.districts.map(({ adcode, title }) => [adcode as string, title]));
  const districts: FeedNames['districts'] = {};
  const links: FeedNames['links'] = {};
  for (const { adcode, related = [] } of dataset[name] as Refers[]) {
    const title = adcode === undefined ? undefined : called.get(adcode);
    if (adcode !== undefined && title !== undefined) districts[adcode] = title;
    for (const id of related) {
      const link = titles.get(id);
      if (link) links[id] = link;
    }
  }
  const { published, gone } = servedOnly(by, dataset[name]);
  const names = {
    districts,
    links,
    ...(Object.keys(published).length > 0 ? { published } : {}),
    ...(gone.length > 0 ? { gone } : {}),
  };
  if (name !== 'events') return names;
  return {
    ...names,
    occurrences: Object.fromEntries(dataset.events.map((event) => [event.id, occurrencesOf(event)])),
  };
}
