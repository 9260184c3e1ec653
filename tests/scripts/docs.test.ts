/** What the documents promise about themselves. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

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
});
