/** docs/deploy.zh.md tells what docs/deploy.md tells: its commands, its variables and figures, every entry of `operator.json`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Operator } from '@yugong/domain/operator';

const page = (name: string): string => readFileSync(path.resolve(__dirname, '../../docs', name), 'utf8');
/** Lines of every block of code but remarks, which are in the page's own language. */
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```/g)]
    .flatMap(([, lines = '']) => lines.split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
/** What is said by its name: variables, figures, templates' kinds and fields. */
const namesOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/`(\w+|YUGONG_\w+(?:=[^`]*)?|[a-z]\w*-[\w-]+)`/g)].map(
      ([, name = '']) => name.split('=')[0] ?? '',
    ),
  );

const [english, chinese] = [page('deploy.md'), page('deploy.zh.md')];

it('gives the same commands in both languages, line by line', () => {
  const distinct = (text: string): string[] => [...new Set(commandsOf(text))].sort();
  expect(distinct(english).length).toBeGreaterThan(60);
  expect(distinct(chinese)).toEqual(distinct(english));
});

it('names in Chinese every variable, figure and template that the English page names', () => {
  const missing = [...namesOf(english)].filter((name) => !namesOf(chinese).has(name) && !chinese.includes(name));
  expect(namesOf(english).size).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});

it.each([
  ['English', english],
  ['Chinese', chinese],
])('says in %s what each entry of operator.json is', (_, text) => {
  for (const entry of Object.keys(Operator.entries)) expect(text).toContain(`\`${entry}\``);
});
