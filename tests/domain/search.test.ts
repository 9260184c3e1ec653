import {
  differByOne,
  findPinyin,
  fold,
  MAX_HITS,
  pieces,
  prepareSearch,
  queryWords,
  readingsOf,
  search,
  spellingOf,
  type SearchEntry,
  type SearchTopic,
} from '@yugong/domain/search';
import { readingTableOf } from '../../scripts/generate/search-index';

const entry = (title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'news',
  id: title,
  title,
  detail: '',
  keywords: '',
  text: '',
  date: '2024',
  ...more,
});
const readings = readingTableOf(['重庆', '沙坪坝', '长寿', '曾家岩']);
const prepare = (entries: SearchEntry[], topics: SearchTopic[] = []) => prepareSearch(entries, { topics, readings });
const titles = (entries: SearchEntry[], query: string, topics: SearchTopic[] = []) =>
  search(prepare(entries, topics), query).map((hit) => hit.entry.title);
const spelled = (title: string) => spellingOf(title, readingsOf(readings));

describe('fold', () => {
  it('makes full width, case and quotation marks equal', () => {
    expect(fold('ＡＢＣ１２３“工会”')).toBe(fold('abc123"工会"'));
  });

  it('keeps the length, so that a hit can be marked in the original', () => {
    const text = 'İ“渝工”　ﬁ１２ＡＢ。𠮷';
    expect(fold(text)).toHaveLength(text.length);
  });
});

describe('findPinyin', () => {
  const gongyi = [['gong'], ['yi'], ['xian'], ['feng']];

  it.each(['gy', 'gongyi', 'gongy', 'gyi', 'gongyixianfeng', 'gyxf'])('finds %s from the start', (word) => {
    expect(findPinyin(gongyi, word)?.[0]).toBe(0);
  });

  it('marks just the characters that were spelled', () => {
    expect(findPinyin(gongyi, 'gy')).toEqual([0, 2]);
    expect(findPinyin(gongyi, 'xianf')).toEqual([2, 4]);
  });

  it('does not jump over characters or join halves of syllables', () => {
    expect(findPinyin(gongyi, 'gx')).toBeNull();
    expect(findPinyin(gongyi, 'ongyi')).toBeNull();
  });

  it('takes digits and Latin letters of the title as they stand', () => {
    expect(findPinyin(spelled('拨打12351热线'), '12351')).toEqual([2, 7]);
  });
});

describe('search', () => {
  const entries = [
    entry('沙坪坝区工会驿站', { text: '有微波炉', date: '2023' }),
    entry('川渝技能竞赛', { text: '沙坪坝举办，工艺精湛' }),
    entry('传统工艺展', { date: '2025' }),
  ];

  it('wants every word, wherever it is', () => {
    expect(titles(entries, '沙坪坝 微波炉')).toEqual(['沙坪坝区工会驿站']);
    expect(titles(entries, '沙坪坝 没有的词')).toEqual([]);
  });

  it('puts a hit in the title before one in the text', () => {
    expect(titles(entries, '沙坪坝')).toEqual(['沙坪坝区工会驿站', '川渝技能竞赛']);
    expect(titles(entries, '工艺')).toEqual(['传统工艺展', '川渝技能竞赛']);
  });

  it('finds by pinyin and by initials and marks the characters', () => {
    expect(titles(entries, 'gongyi')).toContain('传统工艺展');
    const [hit] = search(prepare(entries.slice(2)), 'gy');
    expect(hit?.titleRanges).toEqual([[2, 4]]);
  });

  it('finds by words that are never shown', () => {
    expect(titles([entry('某某驿站', { keywords: '户外劳动者服务站点' })], '户外劳动者')).toEqual(['某某驿站']);
  });

  it('shows the text around the first hit, marked', () => {
    const long = entry('标题', { text: `${'前'.repeat(40)}微波炉${'后'.repeat(80)}` });
    const snippet = search(prepare([long]), '微波炉')[0]?.snippet;
    const [start, end] = snippet?.ranges[0] ?? [0, 0];
    expect(snippet?.text.slice(start, end)).toBe('微波炉');
    expect(snippet?.text.startsWith('…') && snippet.text.endsWith('…')).toBe(true);
  });

  it('has nothing to say to an empty query', () => {
    expect(titles(entries, ' 　 ')).toEqual([]);
    expect(titles(entries, '“”，。')).toEqual([]);
  });

  it.each(['zengjiayan', 'cengjiayan', 'zengjiay', 'zjy', 'cjy'])('finds 曾家岩 by either reading: %s', (query) => {
    expect(titles([entry('曾家岩驿站')], query)).toEqual(['曾家岩驿站']);
  });

  it.each(["sha'ping", "sha'ping'ba", 'sha ping ba', 'shap', '沙ping', '沙坪b'])('finds while typing: %s', (query) => {
    expect(titles(entries, query)[0]).toBe('沙坪坝区工会驿站');
  });

  it('finds what only sounds like it, or has one character wrong', () => {
    expect(titles(entries, '沙平坝')).toEqual(['沙坪坝区工会驿站']);
    expect(titles(entries, '技能竟赛')).toEqual(['川渝技能竞赛']);
    expect(titles(entries, '技术大赛')).toEqual([]);
  });

  it('cuts a query as long as a paragraph, and hands on no more than a page can draw', () => {
    expect(queryWords('工'.repeat(500))[0]).toHaveLength(60);
    const many = Array.from({ length: 200 }, (_, at) => entry(`工会 ${at}`));
    expect(titles(many, '工')).toHaveLength(MAX_HITS);
  });
});

describe('topics', () => {
  const pay: SearchTopic = { words: ['欠薪', '拖欠工资', '工资*没发', '欠*万', ''], answers: ['rule'] };
  const station: SearchTopic = { words: ['充电', '手机没电'], answers: ['finder'] };
  const entries = [
    entry('法院判了一个欠薪案', { id: 'case' }),
    entry('期限不一样', { id: 'rule' }),
    entry('找驿站', { id: 'finder' }),
    entry('万州站', { id: 'wanzhou', keywords: '充电' }),
  ];
  const ids = (query: string) => search(prepare(entries, [pay, station]), query).map((hit) => hit.entry.id);

  it('find by one word what is written with another, the answer first', () => {
    expect(ids('老板拖欠工资怎么办')).toEqual(['rule', 'case']);
  });

  it('are named with something said between the halves of a word', () => {
    expect(ids('工资两个月没发')).toEqual(['rule', 'case']);
  });

  it('are named by a pattern: a gap of eight at most, of two, a number, one of some characters', () => {
    const hurt: SearchTopic = { words: ['[压砸]~脚', '扣#元', '夹*手(?!机)'], answers: ['rule'] };
    const known = (query: string) => search(prepare(entries, [hurt]), query).map((hit) => hit.entry.id);
    for (const query of ['叉车压了脚', '砸到我脚', '扣三百元', '扣50元', '夹到一二三四五六手'])
      expect([query, known(query)]).toEqual([query, ['rule']]);
    for (const query of ['压一二三脚', '扣元', '夹手机', '夹一二三四五六七八九手', '割脚'])
      expect([query, known(query)]).toEqual([query, []]);
  });

  it.each(['tuoqiangongzi', 'tqgz', 'tuoqiang', 'tuoqiangonzi', 'qianxin', '拖钱工资', '拖欠公资'])(
    'are named by pinyin, initials, a slip or a sound: %s',
    (query) => {
      expect(ids(query)[0]).toBe('rule');
    },
  );

  it('rank what has every part of the query above an answer to one of them', () => {
    expect(ids('万州充电')).toEqual(['wanzhou', 'finder']);
    expect(ids('万州 哪里可以充电')).toEqual(['wanzhou', 'finder']);
  });

  it('say which hits are answers', () => {
    const hits = search(prepare(entries, [pay, station]), '欠薪');
    expect(hits.map((hit) => [hit.entry.id, hit.isAnswer])).toEqual([
      ['rule', true],
      ['case', false],
    ]);
  });
});

describe('places', () => {
  const entries = [
    entry('渝中区', { id: 'district' }),
    entry('找驿站', { id: 'finder' }),
    entry('工伤', { id: 'rule' }),
  ];
  const topics: SearchTopic[] = [
    { words: ['工伤', '受伤'], answers: ['rule'] },
    { words: ['厕所'], answers: ['finder'] },
  ];
  const places = { district: '曾家岩 电厂 大坪', other: '大坪村', third: '大坪镇' };
  const prepared = prepareSearch(entries, {
    topics,
    readings: readingTableOf(['曾家岩', '电厂']),
    places,
    nearPlaces: 'finder',
  });
  const found = (query: string) => search(prepared, query).map(({ entry: { id }, place }) => [id, place]);

  it.each(['曾家岩', 'zengjiayan', 'cengjiay', '曾家', '曾家岩附近'])('lead to their district, named: %s', (query) => {
    expect(found(query)).toEqual([
      ['district', '曾家岩'],
      ['finder', null],
    ]);
  });

  it('say less than the subject beside them', () => {
    expect(found('电厂上班受伤')[0]).toEqual(['rule', null]);
    expect(found('曾家岩厕所')[0]).toEqual(['finder', null]);
  });

  it('are none where a text begins some of them all over the city', () => {
    expect(found('大')).toEqual([]);
  });
});

describe('a guess', () => {
  const topics: SearchTopic[] = [
    { words: ['胸痛', '硬块'], answers: ['screening'] },
    { words: ['扣钱', '头痛'], answers: ['rule'] },
  ];
  const entries = [
    entry('两癌筛查', { id: 'screening' }),
    entry('欠薪', { id: 'rule' }),
    entry('请工会帮忙', { id: 'ask' }),
  ];
  const found = (query: string) =>
    search(prepareSearch(entries, { topics, readings, person: 'ask' }), query).map((hit) => hit.entry.id);

  it('is by characters that few topics have, with a person beside it', () => {
    expect(found('胸口有个硬坨坨')).toEqual(['screening', 'ask']);
  });

  it('is none where nothing is shared', () => {
    expect(found('明天下雨')).toEqual([]);
  });
});

it.each([
  ['lianggai', 'liangai', true],
  ['liangai', 'liangei', true],
  ['liangai', 'liangai', true],
  ['liangai', 'linggei', false],
  ['liangai', 'liangaish', false],
])('tells one letter of difference: %s, %s', (a, b, expected) => {
  expect(differByOne(a, b)).toBe(expected);
});

it('cuts a text at its highlights without losing a character', () => {
  const cut = pieces('渝中区工会', [
    [0, 1],
    [3, 5],
  ]);
  expect(cut.map((piece) => piece.text).join('')).toBe('渝中区工会');
  expect(cut.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['渝', '工会']);
});
