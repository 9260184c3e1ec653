/** docs/deploy.zh.md tells the same commands as docs/deploy.md, and every entry of `operator.json`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Operator } from '@yugong/domain/operator';

const page = (name: string): string => readFileSync(path.resolve(__dirname, '../../docs', name), 'utf8');
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines = '']) => lines.trim().split('\n'));

const [english, chinese] = [page('deploy.md'), page('deploy.zh.md')];

it('has no command in Chinese that the English page doesn’t have', () => {
  const known = new Set(commandsOf(english));
  expect(commandsOf(chinese).length).toBeGreaterThan(7);
  expect(commandsOf(chinese).filter((command) => !known.has(command))).toEqual([]);
});

it.each([
  ['English', english],
  ['Chinese', chinese],
])('says in %s what each entry of operator.json is', (_, text) => {
  for (const entry of Object.keys(Operator.entries)) expect(text).toContain(`\`${entry}\``);
});
