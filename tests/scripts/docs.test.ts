/** What the documents promise about themselves. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { pictureOf } from '../../scripts/house/picture';
import { readRepository } from '../../scripts/house/repository';

let known: ReturnType<typeof readRepository> | undefined;
/** The repository's sources, read once. */
const house = () => (known ??= readRepository());
const isCode = (file: string): boolean => /^(src|packages|server|staff|scripts)\//.test(file);
const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text);

const root = path.join(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

it('numbers decisions without holes and gives each its date and status', () => {
  const files = readdirSync(path.join(root, 'docs/adr'));
  expect(files.sort().map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, at) => at + 1));
  for (const file of files) {
    const [title, , date] = read(`docs/adr/${file}`).split('\n');
    expect(title).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. \\S`));
    expect(date).toMatch(/^Date: \d{4}-\d{2}-\d{2} · Status: (accepted|superseded by \d+)/);
  }
});

it('leads from the guides and CONTRIBUTING to files that are there', () => {
  const pages = [
    'CONTRIBUTING.md',
    ...readdirSync(path.join(root, 'docs/guides')).map((file) => `docs/guides/${file}`),
  ];
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
      .map(([, to]) => path.join(path.dirname(page), to ?? ''))
      .filter((to) => !to.includes('https:') && !existsSync(path.join(root, to))),
  );
  expect(broken).toEqual([]);
});

it('gives every term of the glossary its word in the code and where the word is from', () => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| -|What people read/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(([, term, , from]) => !term || !from)).toEqual([]);
  const words = rows.flatMap(([, , code = '']) => [...code.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
  expect(words.length).toBeGreaterThan(40);
  expect(
    words.filter((word) => !house().sources.some(({ file, text }) => isCode(file) && hasWord(text, word))),
  ).toEqual([]);
});

it('draws the parts of the house as the imports are', () => {
  const [, drawn] = /```mermaid\n([^]*?)\n```/.exec(read('docs/architecture.md')) ?? [];
  // Drawn anew by `npm run house -- --picture`.
  expect(drawn).toBe(pictureOf(house()));
});

describe('a guide', () => {
  const guides = readdirSync(path.join(root, 'docs/guides'));
  const bare = (text: string): string => text.replace(/\s|[;,]/g, '');

  /** The code that a guide calls right, in pieces: what it leaves out is three dots, and its remarks are its own. */
  const piecesOf = (guide: string): string[] =>
    [...read(`docs/guides/${guide}`).matchAll(/\*\*Right\*\*[^]*?(?=\*\*Wrong\*\*|\n- |\nTo do|$)/g)].flatMap(
      ([part]) =>
        [...part.matchAll(/```tsx?\n([^]*?)```/g)].flatMap(([, code = '']) =>
          code
            .split('\n')
            .flatMap((line) => line.replace(/\/[/*].*$/, '').split('…'))
            .map(bare)
            .filter((piece) => piece.length > 12),
        ),
    );

  it.each(guides.filter((guide) => guide !== 'service-page.md'))('%s shows code of the house as right', (guide) => {
    const code = bare(
      house()
        .sources.filter(({ file }) => isCode(file))
        .map(({ text }) => text)
        .join('\n'),
    );
    const pieces = piecesOf(guide);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.filter((piece) => !code.includes(piece))).toEqual([]);
  });

  it('leads to a new service page in eight files, and nothing else asks for every collection', () => {
    const rows = [...read('docs/guides/service-page.md').matchAll(/^\| (\d) +\| `([^`]+)`/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const files = rows.map(([, , file]) => defined(file));
    const isNew = (file: string): boolean => file.includes('training');
    expect(files.filter((file) => !isNew(file) && !existsSync(path.join(root, file)))).toEqual([]);
    const exhaustive = house().sources.filter(
      ({ file, text }) =>
        isCode(file) && /(?<!Partial<)Record<(CollectionName|SearchKind), [^u]/.test(text) && !files.includes(file),
    );
    expect(exhaustive.map(({ file }) => file)).toEqual([]);
  });
});
