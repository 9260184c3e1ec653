/** The search page's own index: titles with pinyin, the words people use, and each record's sentences. */
import { pinyin } from 'pinyin-pro';
import type {
  CaseItem,
  CollectionName,
  EventItem,
  LegalAidBundle,
  NewsItem,
  ScreeningBundle,
  SearchIndex,
  StationsBundle,
  StatisticItem,
} from '@yugong/content/bundle';
import { fold } from '@yugong/domain/search';
import { sayFigure } from '@yugong/domain/figure';
import { facilityLabels, kindLabels } from '@yugong/domain/station/vocabulary';
import {
  entryOf,
  searchableCase,
  searchableEvent,
  searchableNews,
  where,
  type Searchable,
} from '@yugong/content/searchable';

type Input = {
  cases: CaseItem[];
  news: NewsItem[];
  events: EventItem[];
  statistics: StatisticItem[];
} & StationsBundle &
  LegalAidBundle &
  ScreeningBundle;

/** Pinyin, a syllable a UTF-16 unit; whatever is not a 汉字 stands for itself, folded. */
export function syllables(title: string): string[] {
  const spelled = pinyin(title, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const folded = fold(title);
  return spelled.length === title.length
    ? spelled.map((s, at) => (/^[a-z]+$/.test(s) ? s : (folded[at] as string)))
    : [...folded];
}

const entry = (kind: CollectionName, id: string, said: Searchable) => entryOf(kind, id, said, syllables(said.title));

/** With more than these the search page leads to the stations' own search instead of listing them. */
const MOST_STATIONS = 400;

export function searchIndexOf(input: Input): SearchIndex {
  return [
    ...input.cases.map((c) => entry('cases', c.id, searchableCase(c))),
    ...input.news.map((n) => entry('news', n.id, searchableNews(n))),
    ...input.events.map((e) => entry('events', e.id, searchableEvent(e))),
    ...input.statistics.map((s) =>
      entry('statistics', s.id, {
        title: s.title,
        detail: [sayFigure(s.figure), s.scope],
        keywords: ['数字 数据 统计 数说工会'],
        text: [s.note],
        date: s.asOf ?? s.publishedAt ?? '',
      }),
    ),
    // A city's thousands would outweigh all the rest; they are looked for by the finder, which has them anyway.
    ...(input.stations.length > MOST_STATIONS ? [] : input.stations).map((s) =>
      entry('stations', s.id, {
        title: s.title,
        detail: [where(s), s.address],
        keywords: [kindLabels[s.kind]?.label, ...(kindLabels[s.kind]?.synonyms ?? []), ...s.aliases, s.street],
        text: [s.facilities.map((f) => facilityLabels[f]).join('、'), s.access, s.hoursNote, s.note],
        date: s.asOf ?? s.publishedAt ?? '',
      }),
    ),
    ...input.hotlines.map((h) =>
      entry('hotlines', h.id, {
        title: h.title,
        detail: [h.number],
        keywords: ['电话 热线 维权'],
        text: [h.scope, h.dialling, h.note],
        date: h.asOf ?? '',
      }),
    ),
    ...input.places.map((p) =>
      entry('legal-places', p.id, {
        title: p.title,
        detail: [where(p), p.address ?? p.place],
        keywords: ['维权 法律援助 仲裁'],
        text: [p.services.join('、'), p.note],
        date: p.asOf ?? '',
      }),
    ),
    ...input.facts.map((f) =>
      entry('law-facts', f.id, {
        title: f.title,
        detail: [f.basis],
        keywords: ['法律 维权'],
        text: [f.fact],
        date: f.asOf ?? '',
      }),
    ),
    ...input.programmes.map((p) =>
      entry('screening-programmes', p.id, {
        title: p.title,
        detail: [p.organiser],
        keywords: ['两癌筛查 体检 女职工 乳腺 宫颈'],
        text: [...p.audience, ...p.rules.items, p.howTo, p.aftercare, p.note],
        date: p.asOf ?? '',
      }),
    ),
    ...input.guides.map((g) =>
      entry('screening-guides', g.id, {
        title: g.title,
        detail: ['两癌筛查'],
        keywords: ['两癌筛查 乳腺 宫颈 疼 结果 HPV'],
        text: [g.answer, ...g.points.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])],
        date: g.asOf ?? '',
      }),
    ),
    ...input.clinics.map((c) =>
      entry('clinics', c.id, {
        title: c.title,
        detail: [where(c), c.address],
        keywords: ['两癌筛查 体检 医院'],
        text: [c.booking, c.note],
        date: c.asOf ?? '',
      }),
    ),
    ...input.districts.map((d) =>
      entry('districts', `district-${d.adcode}`, {
        title: d.title,
        detail: [d.formerNames.length ? `曾用名：${d.formerNames.join('、')}` : null],
        keywords: ['区县 驿站'],
        date: '',
      }),
    ),
  ];
}
