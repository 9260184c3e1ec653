import { entriesOfRows } from '@yugong/content/searchable';
import { deriveContent, filesOfOwnFeatures } from '../../scripts/generate/content';
import { occurrencesOf } from '@yugong/domain/event/occurrences';
import { loadChecked } from '../../scripts/content/check';
import { readingsOf } from '@yugong/domain/search';

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

  it('carries events to come, and none that was over before the content', () => {
    const [event] = dataset.events;
    if (!event) throw new Error('no event at all');
    const coming = { ...event, id: 'event-test-coming', start: '2029-07-01', end: '2029-07-02' };
    const more = deriveContent({ ...dataset, events: [...dataset.events, coming] })['pages/generated/digest.json'];
    expect(more.events.map(({ id }) => id)).toContain('event-test-coming');
    expect(more.events.filter(({ end }) => end < more.contentDate)).toEqual([]);
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
      'rights-guides',
      'screening-programmes',
      'screening-guides',
      'clinics',
    ] as const;
    const wanted = shown.flatMap((name) => dataset[name].map((record) => record.id));
    const found = new Set(entriesOfRows(index.rows).map((entry) => entry.id));
    expect(wanted.filter((id) => !found.has(id))).toEqual([]);
  });

  it('knows how every 汉字 of every title is read', () => {
    const readings = readingsOf(index.readings);
    const unread = entriesOfRows(index.rows).flatMap(({ title }) =>
      [...title].filter((character) => /\p{Script=Han}/u.test(character) && !readings.get(character)),
    );
    expect(unread).toEqual([]);
  });

  it('reads a character as in its words, and names in both ways', () => {
    const readings = readingsOf(index.readings);
    expect(readings.get('重')).toContain('chong');
    expect([...(readings.get('曾') ?? [])].sort()).toEqual(['ceng', 'zeng']);
  });
});

describe('a collection with a feature of its own name', () => {
  const folders = ['news', 'clinics', 'search'];

  it('is bundled for it as it is, with its district by name', () => {
    const own = filesOfOwnFeatures(dataset, folders, Object.keys(files));
    expect(Object.keys(own)).toEqual(['features/clinics/generated/clinics.json']);
    expect(own['features/clinics/generated/clinics.json']).toEqual(
      dataset.clinics.map(({ id }) => expect.objectContaining({ id, links: expect.any(Array) })),
    );
  });

  it('is not where something else is made of it for that feature', () => {
    expect(filesOfOwnFeatures(dataset, ['news'], ['features/news/generated/weeks.json'])).toEqual({});
  });
});
