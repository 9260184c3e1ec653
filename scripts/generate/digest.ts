/** The home page's digest: a few headlines and dates, never a collection. */
import type { CaseItem, Digest, EventItem, NewsItem, RecordOf } from '../../src/content/bundle';
import { addDays } from '../../src/domain/calendar';
import { newsDate } from '../../src/domain/news';

const NEWS = 6;
const CASES = 3;
const EVENTS = 24;

type Input = { cases: CaseItem[]; news: NewsItem[]; events: EventItem[]; holidays: RecordOf<'holidays'>[] };

export function digestOf({ cases, news, events, holidays }: Input): Digest {
  const byDate = [...news].sort((a, b) => newsDate(b).localeCompare(newsDate(a)));
  const contentDate = byDate[0] ? newsDate(byDate[0]) : '';
  const spans = holidaySpans(holidays);
  const lastYear = Math.max(...holidays.map((h) => h.year));
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
    holidays: spans.filter((span) => span.end >= contentDate),
    holidaysUntil: `${lastYear}-12-31`,
  };
}

/** Days off in a row under one name become one span. */
function holidaySpans(holidays: RecordOf<'holidays'>[]): Digest['holidays'] {
  const spans: Digest['holidays'] = [];
  const days = holidays
    .flatMap((h) => h.days)
    .filter((d) => d.off)
    .sort((a, b) => a.date.localeCompare(b.date));
  for (const { date, name } of days) {
    const last = spans[spans.length - 1];
    if (last && last.name === name && addDays(last.end, 1) === date) last.end = date;
    else spans.push({ name, start: date, end: date });
  }
  return spans;
}
