import { deriveContent } from '../../scripts/generate/content';
import { occurrencesOf } from '@yugong/content/occurrences';
import { loadChecked } from '../../scripts/content/check';
import { search } from '@yugong/domain/search';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the dataset is at fault: npm run content -- check');
const files = deriveContent(dataset);
const index = files['features/search/generated/index.json'];

describe('districts', () => {
  it('keep the name of their day and say what they are called now', () => {
    const cases = files['features/cases/generated/cases.json'];
    const jiangbei = cases.find((item) => item.unit.includes('江北区'));
    expect(jiangbei?.district).toEqual({ adcode: '500157', name: '江北区', now: '两江新区' });
  });
});

describe('the digest of the main package', () => {
  const digest = files['pages/generated/digest.json'];

  it('stays small and carries no sentences of news', () => {
    expect(Buffer.byteLength(JSON.stringify(digest))).toBeLessThan(12_000);
    const news = files['features/news/generated/news.json'];
    const text = JSON.stringify(digest);
    expect(news.filter((item) => item.paragraphs.some((paragraph) => text.includes(paragraph)))).toEqual([]);
  });

  it('carries no event that was over before the content', () => {
    expect(digest.events.length).toBeGreaterThan(0);
    expect(digest.events.filter((event) => event.end < digest.contentDate)).toEqual([]);
  });

  it('begins with the newest news', () => {
    expect(digest.news[0]?.date).toBe(digest.contentDate);
  });
});

describe('occurrences', () => {
  it('repeat every year and keep their length', () => {
    const summer = occurrencesOf({ start: '2024-07-01', end: '2024-08-31', rrule: 'FREQ=YEARLY' });
    expect(summer[1]).toEqual({ start: '2025-07-01', end: '2025-08-31' });
    expect(summer.at(-1)?.start).toBe('2029-07-01');
  });

  it('are one for an event that does not recur', () => {
    expect(occurrencesOf({ start: '2024-11-14' })).toEqual([{ start: '2024-11-14', end: '2024-11-14' }]);
  });
});

describe('the search index', () => {
  it('holds every record that a page shows', () => {
    const shown = [
      'cases',
      'news',
      'events',
      'stations',
      'hotlines',
      'legal-places',
      'law-facts',
      'screening-programmes',
      'screening-guides',
      'clinics',
    ] as const;
    const wanted = shown.flatMap((name) => dataset[name].map((record) => record.id));
    const found = new Set(index.map((entry) => entry.id));
    expect(wanted.filter((id) => !found.has(id))).toEqual([]);
  });

  it('spells every character of every title once', () => {
    for (const entry of index) expect(entry.pinyin).toHaveLength(entry.title.length);
  });

  it.each(['gongyi', 'gy', '工匠', '驿站', '沙坪坝', 'spb', '江北区', '12351'])('finds something for %s', (query) => {
    expect(search(index, query).length).toBeGreaterThan(0);
  });
});
