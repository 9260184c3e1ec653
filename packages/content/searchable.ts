/**
 * What is searched of a record: by the index that the app bundles (scripts/generate), and on the phone of what the union
 * published since (features/search).
 */
import { sayFigure } from '@yugong/domain/figure';
import { newsDate } from '@yugong/domain/news';
import type { SearchEntry } from '@yugong/domain/search';
import type { Bundled, CaseItem, NewsItem, SearchKind, SearchRow } from './bundle';

type Texts = readonly (string | null | undefined)[];

/** See {@link SearchEntry}; what is missing is left out. */
export interface Searchable {
  title: string;
  detail?: Texts;
  keywords?: Texts;
  text?: Texts;
  date: string;
}

/** Each once: an event in a district without a place of its own has the district for it. */
const joined = (texts: Texts = [], by = ' '): string => [...new Set(texts.filter(Boolean))].join(by);

/** @example entryOf('news', item.id, searchableNews(item)) */
export const entryOf = (
  kind: SearchKind,
  id: string,
  { title, detail, keywords, text, date }: Searchable,
): SearchEntry<SearchKind> => ({
  kind,
  id,
  title,
  detail: joined(detail, ' · '),
  keywords: joined(keywords),
  text: joined(text),
  date,
});

/** An entry as the bundled index has it; {@link entriesOfRows} undoes it. */
export const rowOf = (one: SearchEntry<SearchKind>): SearchRow => [
  one.kind,
  one.id,
  one.title,
  one.detail,
  one.keywords,
  one.text,
  one.date,
];

export const entriesOfRows = (rows: readonly SearchRow[]): SearchEntry<SearchKind>[] =>
  rows.map(([kind, id, title, detail, keywords, text, date]) => ({ kind, id, title, detail, keywords, text, date }));

/** The district by the name of its time, and today's where that is another. */
export const where = ({ district }: { district: { name: string; now: string | null } | null }): string | null =>
  district ? district.name + (district.now ? `（现属${district.now}）` : '') : null;

export const searchableCase = (one: CaseItem): Searchable => ({
  title: one.title,
  detail: [one.period === null ? '工会发布' : `第${one.period}期`, one.categoryName],
  keywords: [one.unit, where(one), '案例'],
  text: [
    one.lead,
    ...one.points.flatMap(({ heading, body }) => [heading, body]),
    ...one.figures.map((figure) => figure.label + sayFigure(figure)),
    ...one.context.map(({ text }) => text),
  ],
  date: one.publishedAt ?? one.asOf ?? '',
});

export const searchableNews = (one: NewsItem): Searchable => ({
  title: one.title,
  detail: [newsDate(one), where(one)],
  keywords: ['动态 新闻'],
  text: one.paragraphs,
  date: newsDate(one),
});

export const searchableEvent = (one: Bundled<'events'>): Searchable => ({
  title: one.title,
  detail: [one.place, where(one)],
  keywords: [one.organiser, '活动'],
  text: [one.summary, one.caveat],
  date: one.start,
});

export const searchableHotline = (one: Bundled<'hotlines'>): Searchable => ({
  title: one.title,
  detail: [one.number],
  keywords: ['电话 热线 维权'],
  text: [one.scope, one.dialling, one.note],
  date: one.asOf ?? '',
});

export const searchableLegalPlace = (one: Bundled<'legal-places'>): Searchable => ({
  title: one.title,
  detail: [where(one), one.address ?? one.place],
  keywords: ['维权 法律援助 仲裁'],
  text: [one.services.join('、'), one.note],
  date: one.asOf ?? '',
});

export const searchableLawFact = (one: Bundled<'law-facts'>): Searchable => ({
  title: one.title,
  detail: [one.basis],
  keywords: ['法律 维权'],
  text: [one.fact],
  date: one.asOf ?? '',
});
