/** The news by week, and the districts it is about. */
import type { NewsItem } from '@yugong/content/bundle';
import { NewsRecord } from '@yugong/domain/news/record';
import { daysBetween, isDay, weekGroup, type Day } from '@yugong/domain/calendar';
import { newsDate } from '@yugong/domain/news';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import news from './generated/news.json';

export { newsDate } from '@yugong/domain/news';

const newestFirst = (items: readonly NewsItem[]): readonly NewsItem[] =>
  items.slice().sort((a, b) => newsDate(b).localeCompare(newsDate(a)));

/** The news that are bundled, newest first. */
export const bundledNews = newestFirst(bundleOf<NewsItem[]>(news));

export const newsSource = defineSource({
  collection: 'news',
  record: NewsRecord,
  bundled: bundledNews,
  read: newestFirst,
});

/** All news, newest first. */
export const useNews = (): readonly NewsItem[] => useCollection(newsSource);

export interface NewsWeek {
  key: string;
  heading: string;
  items: NewsItem[];
}

/** So long news stand under their weeks: of older ones, few a month, a heading each would be most of the page. */
const DAYS_BY_WEEK = 28;

const groupOf = (date: string, today: Day): { key: string; heading: string } =>
  weekGroup(isDay(date) && daysBetween(date, today) > DAYS_BY_WEEK ? date.slice(0, 7) : date, today);

/** Items in their weeks, newest first; older ones and those without a day under their month. */
export function newsByWeek(items: readonly NewsItem[], today: Day): NewsWeek[] {
  const weeks: NewsWeek[] = [];
  for (const item of items) {
    const { key, heading } = groupOf(newsDate(item), today);
    const week = weeks.find((other) => other.key === key);
    if (week) week.items.push(item);
    else weeks.push({ key, heading, items: [item] });
  }
  return weeks;
}

/** The districts with news, most first, after 全市; counted by today's district. */
export function districtOptions(items: readonly NewsItem[]) {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { district } of items) {
    if (!district?.adcode) continue;
    const entry = counts.get(district.adcode) ?? { text: district.now ?? district.name, count: 0 };
    counts.set(district.adcode, { ...entry, count: entry.count + 1 });
  }
  const districts = [...counts].map(([value, entry]) => ({ value, ...entry })).sort((a, b) => b.count - a.count);
  return [{ value: null, text: '全市', count: items.length }, ...districts];
}
