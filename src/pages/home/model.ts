/** What home says on a given day. */
import type { Digest, NewsHead } from '@yugong/content/bundle';
import { addDays, isDay, sayDate, weekStart, type Day } from '@yugong/domain/calendar';
import { DAYS_AHEAD } from './joinable';

/** How much home shows; 长辈版 shows fewer things. */
export const AMOUNTS = {
  plain: { appointments: 2, seasons: 2, news: 4, events: 3, cases: 2 },
  elder: { appointments: 1, seasons: 1, news: 2, events: 1, cases: 1 },
} as const;

/**
 * This week's news, or the newest there is with a heading that doesn't pretend it is this week's.
 *
 * @returns `note`: until when the content reaches, where it isn't this week's; `fresh`: is it of the last 30 days?
 */
export function newsOf(
  digest: Digest,
  today: Day,
  amount: number,
): { heading: string; note: string | undefined; fresh: boolean; items: NewsHead[] } {
  const monday = weekStart(today);
  const thisWeek = digest.news.filter(({ date }) => isDay(date) && date >= monday && date < addDays(monday, 7));
  if (thisWeek.length > 0)
    return { heading: '本周动态', note: undefined, fresh: true, items: thisWeek.slice(0, amount) };
  return {
    heading: '最近的动态',
    note: `更新到${sayDate(digest.contentDate, today)}`,
    fresh: digest.contentDate >= addDays(today, -DAYS_AHEAD),
    items: digest.news.slice(0, amount),
  };
}

/** The events of the next 30 days, those going on included; a recurring one stands only once. */
export function nextEvents(digest: Digest, today: Day, amount: number): Digest['events'] {
  const last = addDays(today, DAYS_AHEAD);
  const coming = digest.events.filter((event) => event.end >= today && event.start <= last);
  return coming.filter((event, at) => coming.findIndex(({ id }) => id === event.id) === at).slice(0, amount);
}
