/** The home page's digest: a few headlines and dates, never a collection. */
import type { CaseItem, Digest, EventItem, NewsItem } from '../../src/content/bundle';
import { newsDate } from '../../src/domain/news';

const NEWS = 6;
const CASES = 3;
const EVENTS = 24;

type Input = { cases: CaseItem[]; news: NewsItem[]; events: EventItem[] };

export function digestOf({ cases, news, events }: Input): Digest {
  const byDate = [...news].sort((a, b) => newsDate(b).localeCompare(newsDate(a)));
  const contentDate = byDate[0] ? newsDate(byDate[0]) : '';
  return {
    contentDate,
    news: byDate
      .slice(0, NEWS)
      .map((item) => ({ id: item.id, title: item.title, date: newsDate(item), district: item.district?.name ?? null })),
    // Cases that lead to a service of this app come first: they are about the reader.
    cases: cases
      .filter((item) => item.lead !== null)
      .sort((a, b) => Number(Boolean(b.service)) - Number(Boolean(a.service)))
      .slice(0, CASES)
      .map(({ id, title, unit, lead }) => ({ id, title, unit, lead: lead as string })),
    caseCounts: { all: cases.length, withText: cases.filter((item) => item.lead !== null).length },
    events: events
      .flatMap((event) =>
        event.occurrences.map((o) => ({
          ...o,
          id: event.id,
          title: event.title,
          place: event.place,
          caveat: event.caveat ?? null,
        })),
      )
      .filter((o) => o.end >= contentDate)
      .sort((a, b) => a.start.localeCompare(b.start))
      .slice(0, EVENTS),
  };
}
