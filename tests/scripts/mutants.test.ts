/** Which places of the sources `npm run mutants` changes. */
import { chooseBySeed, insideFunctions, mutantKey, type MutantPlace } from '../../scripts/mutants/sample';

const place = (line: number, from: number, to: number): MutantPlace['location'] => ({
  start: { line, column: from },
  end: { line, column: to },
});
const mutants: MutantPlace[] = Array.from({ length: 100 }, (_, index) => ({
  fileName: `domain/${index % 7}.ts`,
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  location: place(index, 0, 4),
}));

describe('a sample', () => {
  it('is the same for the same seed, in whatever order the files were read', () => {
    const chosen = new Set(chooseBySeed(mutants, 10, '16').map(mutantKey));
    expect(chosen.size).toBe(10);
    expect(new Set(chooseBySeed([...mutants].reverse(), 10, '16').map(mutantKey))).toEqual(chosen);
    expect(new Set(chooseBySeed(mutants, 10, '17').map(mutantKey))).not.toEqual(chosen);
  });

  it('grows by new places and keeps those that it had', () => {
    const few = chooseBySeed(mutants, 10, '16').map(mutantKey);
    expect(chooseBySeed(mutants, 20, '16').map(mutantKey)).toEqual(expect.arrayContaining(few));
  });

  it('tells two changes of one place apart', () => {
    const [one] = mutants;
    expect(one && mutantKey(one)).not.toBe(one && mutantKey({ ...one, replacement: 'true' }));
  });
});

it('takes what runs in a function, and leaves what is only loaded', () => {
  const lines = ['const words = { yes: "是" };', 'const say = (yes: boolean) =>', '  yes ? "是" : "";', 'say(true);'];
  const isInside = insideFunctions('say.ts', lines.join('\n'));
  expect(isInside(place(0, 21, 24))).toBe(false);
  expect(isInside(place(2, 8, 11))).toBe(true);
  expect(isInside(place(3, 4, 8))).toBe(false);
});
