/** The search page's own index: titles, the words people use, each record's sentences, and how characters are read. */
import { pinyin } from 'pinyin-pro';
import landmarks from '@yugong/content/gazetteer/places.json';
import towns from '@yugong/content/gazetteer/towns.json';
import type {
  CaseItem,
  EventItem,
  LegalAidBundle,
  NewsItem,
  ScreeningBundle,
  SearchIndex,
  SearchKind,
  StationsBundle,
  StatisticItem,
} from '@yugong/content/bundle';
import { fold, type ReadingTable, type SearchEntry } from '@yugong/domain/search';
import { sayFigure } from '@yugong/domain/figure';
import { searchPages } from '@yugong/content/search-pages';
import { searchTopics } from '@yugong/content/search-topics';
import { facilityLabels, kindLabels } from '@yugong/domain/station/vocabulary';
import {
  entryOf,
  rowOf,
  searchableCase,
  searchableEvent,
  searchableHotline,
  searchableLawFact,
  searchableLegalPlace,
  searchableNews,
  where,
} from '@yugong/content/searchable';

type Input = {
  cases: CaseItem[];
  news: NewsItem[];
  events: EventItem[];
  statistics: StatisticItem[];
} & StationsBundle &
  LegalAidBundle &
  ScreeningBundle;

/**
 * Second readings that names and everyday words have and a title alone doesn't show: 曾家岩 is typed with `zeng` or `ceng`.
 * Rare and ancient readings are left out, for they would find what nobody meant.
 */
const SECOND_READINGS: Readonly<Record<string, string>> = {
  曾: 'zeng ceng',
  重: 'chong zhong',
  长: 'chang zhang',
  行: 'xing hang',
  乐: 'le yue',
  朝: 'chao zhao',
  调: 'diao tiao',
  差: 'cha chai',
  还: 'hai huan',
  都: 'dou du',
  得: 'de dei',
  了: 'le liao',
  着: 'zhe zhao',
  角: 'jiao jue',
  觉: 'jue jiao',
  便: 'bian pian',
  单: 'dan shan',
  解: 'jie xie',
  厦: 'xia sha',
  率: 'lv shuai',
  传: 'chuan zhuan',
  藏: 'cang zang',
  石: 'shi dan',
  秘: 'mi bi',
  校: 'xiao jiao',
  数: 'shu',
  降: 'jiang xiang',
  血: 'xue xie',
  大: 'da dai',
  假: 'jia',
  折: 'zhe she',
  覃: 'tan qin',
  碚: 'bei pei',
  涪: 'fu pei',
  綦: 'qi',
  垫: 'dian',
  酉: 'you',
  巷: 'xiang hang',
  沱: 'tuo',
  磁: 'ci',
  参: 'can shen',
  给: 'gei ji',
  弹: 'tan dan',
  勒: 'le lei',
  模: 'mo mu',
  会: 'hui kuai',
  女: 'nv nu',
  绿: 'lv lu',
  旅: 'lv lu',
  律: 'lv lu',
  铝: 'lv lu',
  吕: 'lv lu',
};

/** The 3755 everyday characters of GB 2312's first level, rows 16 to 55: what a person may type by mistake for another. */
function everydayCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return new TextDecoder('gb2312').decode(Uint8Array.from(bytes));
}

/**
 * How characters are read, by syllable. In a title's words a character has the reading that it has there (重庆 is
 * `chongqing`); by itself its usual one, and what {@link SECOND_READINGS} adds. `ü` is typed `v`.
 */
export function readingTableOf(titles: readonly string[]): ReadingTable {
  const spelled = new Map<string, Set<string>>();
  const add = (character: string, syllables: readonly string[]) => {
    const known = spelled.get(character) ?? new Set();
    for (const syllable of syllables) if (/^[a-z]+$/.test(syllable)) known.add(syllable);
    spelled.set(character, known);
  };
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' } as const;
  for (const [character, syllables] of Object.entries(SECOND_READINGS)) add(character, syllables.split(' '));
  for (const title of titles) {
    const syllables = pinyin(title, options);
    if (syllables.length === title.length) syllables.forEach((syllable, at) => add(title.charAt(at), [syllable]));
  }
  for (const character of [...everydayCharacters(), ...titles.join('')])
    if (!spelled.get(character)?.size) add(character, pinyin(character, options));
  const table: Record<string, string> = {};
  for (const [character, syllables] of spelled)
    for (const syllable of syllables) table[syllable] = (table[syllable] ?? '') + character;
  return table;
}

/** With more than these the search page leads to the stations' own search instead of listing them. */
const MOST_STATIONS = 400;

export function searchIndexOf(input: Input): SearchIndex {
  const entries = entriesOf(input);
  const words = searchTopics.flatMap((topic) => topic.words);
  const places = placeNames();
  const written = [...entries.map(({ title }) => title), ...words, ...Object.values(places)];
  return { rows: entries.map(rowOf), readings: readingTableOf(written.map(fold)), places };
}

/** The nine districts of the city; 500157 is what 江北 and 渝北 became. Other towns are named by their county. */
const inTheCity = (adcode: string): boolean =>
  (adcode <= '500109' && adcode >= '500103') || adcode === '500113' || adcode === '500157';

/**
 * Names of the places that people say where they are by: stations of the metro, squares, markets, hospitals, and the
 * city's own streets. Each leads to its district and to the finder, which has all other towns too.
 */
function placeNames(): Record<string, string> {
  const names = new Map<string, Set<string>>();
  const streets = towns.filter(({ adcode, kind }) => kind === '街道' && inTheCity(adcode));
  for (const { name, adcode } of [...landmarks, ...streets]) {
    const id = `district-${adcode}`;
    const known = names.get(id) ?? new Set();
    // 中央公园（渝北）, 石桥铺街道: nobody types what tells it apart.
    const short = name.replace(/（.*/, '').replace(/街道$/, '');
    names.set(id, known.add(short.length > 1 ? short : name));
  }
  return Object.fromEntries([...names].map(([id, some]) => [id, [...some].join(' ')]));
}

function entriesOf(input: Input): SearchEntry<SearchKind>[] {
  return [
    ...Object.entries(searchPages).map(([id, page]) =>
      entryOf('pages', id, { title: page.title, detail: [page.detail], keywords: [page.keywords], date: '' }),
    ),
    ...input.cases.map((c) => entryOf('cases', c.id, searchableCase(c))),
    ...input.news.map((n) => entryOf('news', n.id, searchableNews(n))),
    ...input.events.map((e) => entryOf('events', e.id, searchableEvent(e))),
    ...input.statistics.map((s) =>
      entryOf('statistics', s.id, {
        title: s.title,
        detail: [sayFigure(s.figure), s.scope],
        keywords: ['数字 数据 统计 数说工会'],
        text: [s.note],
        date: s.asOf ?? s.publishedAt ?? '',
      }),
    ),
    // A city's thousands would outweigh all the rest; they are looked for by the finder, which has them anyway.
    ...(input.stations.length > MOST_STATIONS ? [] : input.stations).map((s) =>
      entryOf('stations', s.id, {
        title: s.title,
        detail: [where(s), s.address],
        keywords: [
          kindLabels[s.kind]?.label,
          ...(kindLabels[s.kind]?.synonyms ?? []),
          ...s.aliases,
          s.street,
          ...s.facilities.map((f) => facilityLabels[f]),
        ],
        text: [s.facilities.map((f) => facilityLabels[f]).join('、'), s.access, s.hoursNote, s.note],
        date: s.asOf ?? s.publishedAt ?? '',
      }),
    ),
    ...input.hotlines.map((one) => entryOf('hotlines', one.id, searchableHotline(one))),
    ...input.places.map((one) => entryOf('legal-places', one.id, searchableLegalPlace(one))),
    ...input.facts.map((one) => entryOf('law-facts', one.id, searchableLawFact(one))),
    ...input.rights.map((r) =>
      entryOf('rights-guides', r.id, {
        title: r.title,
        detail: ['权利和办法'],
        keywords: r.keywords,
        text: [r.summary, ...r.rights.map(({ text }) => text), ...r.steps.map(({ text }) => text)],
        date: r.asOf ?? '',
      }),
    ),
    ...input.programmes.map((p) =>
      entryOf('screening-programmes', p.id, {
        title: p.title,
        detail: [p.organiser],
        keywords: ['两癌筛查 体检 女职工 乳腺 宫颈'],
        text: [...p.audience, ...p.rules.items, p.howTo, p.aftercare, p.note],
        date: p.asOf ?? '',
      }),
    ),
    ...input.guides.map((g) =>
      entryOf('screening-guides', g.id, {
        title: g.title,
        detail: ['两癌筛查'],
        keywords: ['两癌筛查 乳腺 宫颈 疼 结果 HPV'],
        text: [g.answer, ...g.points.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])],
        date: g.asOf ?? '',
      }),
    ),
    ...input.clinics.map((c) =>
      entryOf('clinics', c.id, {
        title: c.title,
        detail: [where(c), c.address],
        keywords: ['两癌筛查 体检 医院'],
        text: [c.booking, c.note],
        date: c.asOf ?? '',
      }),
    ),
    ...input.districts.map((d) =>
      entryOf('districts', `district-${d.adcode}`, {
        title: d.title,
        detail: [d.formerNames.length ? `曾用名：${d.formerNames.join('、')}` : null],
        keywords: ['区县 驿站'],
        date: '',
      }),
    ),
  ];
}
