/** The main package's only content: a few headlines and dates, derived at build time or of what is newer than that. */
import { CaseRecord } from '@yugong/domain/case/record';
import type { Digest } from '@yugong/content/bundle';
import { caseDigest, eventDigest, newsDigest } from '@yugong/content/digest';
import { dayAt } from '@yugong/domain/calendar';
import { EventRecord } from '@yugong/domain/event/record';
import { NewsRecord } from '@yugong/domain/news/record';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import generated from './generated/digest.json';

const bundled = bundleOf<Digest>(generated);

export const homeNews = defineSource<Pick<Digest, 'news' | 'contentDate'>, 'news'>({
  collection: 'news',
  record: NewsRecord,
  bundled,
  read: newsDigest,
});
const homeCases = defineSource<Pick<Digest, 'cases' | 'caseCounts'>, 'cases'>({
  collection: 'cases',
  record: CaseRecord,
  bundled,
  read: caseDigest,
});
const homeEvents = defineSource<Pick<Digest, 'events'>, 'events'>({
  collection: 'events',
  record: EventRecord,
  bundled,
  read: (records, { occurrences = {} }) =>
    eventDigest(
      records.map((event) => ({ ...event, occurrences: occurrences[event.id] ?? [] })),
      // An old bundle's day would fill the list with what is over by now.
      dayAt(Date.now()),
    ),
});

/** The digest as it is known now. */
export function useDigest(): Digest {
  const { news, contentDate } = useCollection(homeNews);
  const { cases, caseCounts } = useCollection(homeCases);
  const { events } = useCollection(homeEvents);
  return { news, contentDate, cases, caseCounts, events };
}
