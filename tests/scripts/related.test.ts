/** Which tests `npm run check` runs first. */
import { importersOf, relatedTests } from '../../scripts/check/related';

const sources: Record<string, string> = {
  'domain/day.ts': 'export const day = 1;',
  'domain/week.ts': "import { day } from './day';\nexport const week = [day];",
  'pages/home.tsx': "export * from './week';\nconst lazy = import('./map');",
  'tests/day.test.ts': "import { day } from './day';",
  'tests/home.test.tsx': "import './home';",
  'tests/other.test.ts': "import './support';",
};
const byName = (specifier: string) =>
  Object.keys(sources).find((file) => file.split('/')[1]?.split('.')[0] === specifier.slice(2)) ?? null;
const importers = importersOf(Object.keys(sources), byName, (file) => sources[file] ?? '');
const related = (...changed: string[]) => relatedTests(changed, importers, (file) => file.includes('.test.'));

it('runs a test of the changed file before one that reaches it over others, and none that does not', () => {
  expect(related('domain/day.ts')).toEqual(['tests/day.test.ts', 'tests/home.test.tsx']);
});

it('runs a changed test itself', () => {
  expect(related('tests/other.test.ts')).toEqual(['tests/other.test.ts']);
});

it('finds a test once, although it is reached over two ways', () => {
  expect(related('domain/day.ts', 'domain/week.ts')).toEqual(['tests/day.test.ts', 'tests/home.test.tsx']);
});
