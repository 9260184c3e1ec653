/** The home page's digest: a few headlines and dates, never a collection. Made at build time, and of newer content on the phone. */
import { newsDate } from '@yugong/domain/news';
import type { CaseItem, Digest, EventItem, NewsItem } from './bundle';

const NEWS = 6;
const CASES = 3;
const EVENTS = 24;

export function newsDigest(news: readonly NewsItem[]): Pick<Digest, 'contentDate' | 'news'> {
  const byDate = [...news].sort((a, b) => newsDate(b).localeCompare(newsDate(a)));
  return {
    contentDate: byDate[0] ? newsDate(byDate[0]) : '',
    news: byDate
      .slice(0, NEWS)
      .map((item) => ({ id: item.id, title: item.title, date: newsDate(item), district: item.district?.name ?? null })),
  };
}

export function caseDigest(
  cases: readonly Pick<CaseItem, 'id' | 'title' | 'unit' | 'lead' | 'service'>[],
): Pick<Digest, 'cases' | 'caseCounts'> {
  const withText = cases.flatMap(({ id, title, unit, lead, service }) =>
    lead === null ? [] : [{ id, title, unit, lead, service }],
  );
  return {
    // Cases that lead to a service of this app come first: they are about the reader.
    cases: [...withText]
      .sort((a, b) => Number(Boolean(b.service)) - Number(Boolean(a.service)))
      .slice(0, CASES)
      .map(({ id, title, unit, lead }) => ({ id, title, unit, lead })),
    caseCounts: { all: cases.length, withText: withText.length },
  };
}

/** @param from those that were over before are left out */
export const eventDigest = (events: readonly EventItem[], from: string): Pick<Digest, 'events'> => ({
  events: events
    .flatMap(({ id, title, place, caveat = null, occurrences }) =>
      occurrences.map((when) => ({ ...when, id, title, place, caveat })),
    )
    .filter(({ end }) => end >= from)
    .sort((a, b) => a.start.localeCompare(b.start))
    .slice(0, EVENTS),
});

export function collectionDigestOf({
  cases,
  news,
  events,
}: {
  cases: CaseItem[];
  news: NewsItem[];
  events: EventItem[];
}): Digest {
  const latest = newsDigest(news);
  return { ...latest, ...caseDigest(cases), ...eventDigest(events, latest.contentDate) };
}
