import { findPinyin, fold, pieces, search, type SearchEntry } from '@yugong/domain/search';
import { syllables } from '../../scripts/generate/search-index';

const entry = (title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'news',
  id: title,
  title,
  detail: '',
  keywords: '',
  text: '',
  pinyin: syllables(title),
  date: '2024',
  ...more,
});
const titles = (entries: SearchEntry[], query: string) => search(entries, query).map((hit) => hit.entry.title);

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
  const gongyi = ['gong', 'yi', 'xian', 'feng'];

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
    expect(findPinyin(syllables('拨打12351热线'), '12351')).toEqual([2, 7]);
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
    const [hit] = search([entries[2] as SearchEntry], 'gy');
    expect(hit?.titleRanges).toEqual([[2, 4]]);
  });

  it('finds by words that are never shown', () => {
    expect(titles([entry('某某驿站', { keywords: '户外劳动者服务站点' })], '户外劳动者')).toEqual(['某某驿站']);
  });

  it('shows the text around the first hit, marked', () => {
    const long = entry('标题', { text: `${'前'.repeat(40)}微波炉${'后'.repeat(80)}` });
    const snippet = search([long], '微波炉')[0]?.snippet;
    const [start, end] = snippet?.ranges[0] ?? [0, 0];
    expect(snippet?.text.slice(start, end)).toBe('微波炉');
    expect(snippet?.text.startsWith('…') && snippet.text.endsWith('…')).toBe(true);
  });

  it('has nothing to say to an empty query', () => {
    expect(search(entries, ' 　 ')).toEqual([]);
  });

  it('reads characters of several readings in their word', () => {
    expect(syllables('重庆')).toEqual(['chong', 'qing']);
  });
});

it('cuts a text at its highlights without losing a character', () => {
  const cut = pieces('渝中区工会', [
    [0, 1],
    [3, 5],
  ]);
  expect(cut.map((piece) => piece.text).join('')).toBe('渝中区工会');
  expect(cut.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['渝', '工会']);
});
