import { searchPages } from '@yugong/content/search-pages';
import { entriesOfRows } from '@yugong/content/searchable';
import { searchTopics } from '@yugong/content/search-topics';
import { MAX_HITS, prepareSearch, search } from '@yugong/domain/search';
import { deriveContent } from '../../scripts/generate/content';
import { loadChecked } from '../../scripts/content/check';
import { kindWeight } from '../../src/features/search/model';
import { expectedSearches } from './search-queries';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the dataset is at fault: npm run content -- check');
const index = deriveContent(dataset)['features/search/generated/index.json'];
const entries = entriesOfRows(index.rows);
const prepared = prepareSearch(entries, {
  topics: searchTopics,
  readings: index.readings,
  places: index.places,
  nearPlaces: 'page-stations',
  person: 'page-ask',
  kindWeight,
});
const answers = new Map<string, string[]>();
function idsOf(query: string): string[] {
  const ids = answers.get(query) ?? search(prepared, query).map((hit) => hit.entry.id);
  answers.set(query, ids);
  return ids;
}
const known = new Set(entries.map(({ id }) => id));

describe('what workers type', () => {
  const missed = expectedSearches
    .map(({ query, wanted }) => ({ query, wanted, first: idsOf(query).slice(0, 3) }))
    .filter(({ wanted, first }) => !wanted.every((ids) => ids.some((id) => first.includes(id))));

  it('is a set of at least 300 queries, none twice, each with what is wanted', () => {
    expect(new Set(expectedSearches.map(({ query }) => query)).size).toBe(expectedSearches.length);
    expect(expectedSearches.length).toBeGreaterThanOrEqual(300);
    expect(expectedSearches.filter(({ query, wanted }) => query === '' || wanted.length === 0)).toEqual([]);
  });

  it('names only ids that exist', () => {
    const ids = expectedSearches.flatMap(({ wanted }) => wanted.flat());
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has what is wanted among the first three for at least 95 in 100', () => {
    const share = 1 - missed.length / expectedSearches.length;
    expect({ missed: share < 0.95 ? missed : [], enough: share >= 0.95 }).toEqual({ missed: [], enough: true });
  });

  it('never finds nothing at all', () => {
    expect(expectedSearches.filter(({ query }) => idsOf(query).length === 0)).toEqual([]);
  });
});

describe('topics', () => {
  it('are answered by entries that exist', () => {
    const ids = searchTopics.flatMap((topic) => topic.answers);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  it('have no empty word and none twice', () => {
    const faulty = searchTopics.filter(({ words }) => words.includes('') || new Set(words).size < words.length);
    expect(faulty.map(({ words }) => words.join(' '))).toEqual([]);
  });

  it('are each found by any of their words', () => {
    const lost = searchTopics.flatMap(({ words, answers }) =>
      words
        .filter((word) => !/[~#[]/.test(word))
        .filter((word) => !idsOf(word.replace(/\*/g, '')).some((id) => answers.includes(id))),
    );
    expect(lost).toEqual([]);
  });
});

describe('everything findable', () => {
  it('is found first by its own title', () => {
    const pages = Object.entries(searchPages);
    expect(pages.filter(([id, { title }]) => !idsOf(title).slice(0, 3).includes(id)).map(([id]) => id)).toEqual([]);
  });

  it('is found by its own title among the first three, whatever it is', () => {
    const repeated = entries.filter(({ id, title }) => !idsOf(title).slice(0, 3).includes(id));
    expect(repeated.map(({ title }) => title)).toEqual([]);
  });

  it('is never more than a page can draw, whatever one character is typed', () => {
    for (const query of ['工', '的', 'a', '1', '一']) expect(idsOf(query).length).toBeLessThanOrEqual(MAX_HITS);
  });

  it.each(['gongyi', 'gy', '工匠', '驿站', '沙坪坝', 'spb', '江北区', '12351'])('finds something for %s', (query) => {
    expect(idsOf(query).length).toBeGreaterThan(0);
  });
});
