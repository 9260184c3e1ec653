/** The checks are checked: a good build is broken in many ways, and the rule named for each must say so. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNode, script } from '../../scripts/lib/run';
import { weappBuild, weappDir } from './build';
import { mutants } from './mutants/catalogue';
import type { MutantOutcome } from './mutants/run';

jest.setTimeout(300_000);

const PROCESSES = 2;
const outcomes = new Map<string, MutantOutcome>();

beforeAll(async () => {
  await weappBuild();
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-mutants-'));
  await Promise.all(
    Array.from({ length: PROCESSES }, async (_, shard) => {
      const out = path.join(folder, `${shard}.json`);
      const ran = await runNode(
        script(path.join(__dirname, 'mutants/run.ts'), weappDir, out, String(shard), String(PROCESSES)),
      );
      if (ran.code !== 0) throw new Error(`the mutants did not run: ${ran.output.slice(-3000)}`);
      for (const outcome of JSON.parse(readFileSync(out, 'utf8')) as MutantOutcome[])
        outcomes.set(outcome.name, outcome);
    }),
  );
}, 300_000);

it('has at least thirty mutants, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

it.each(mutants.map(({ name, rule }) => ({ name, rule })))('$name: caught by $rule', ({ name, rule }) => {
  const said = (outcomes.get(name)?.findings ?? []).map(
    (finding) => `${finding.rule} ${finding.file}: ${finding.message}`,
  );
  expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${rule} `)));
});
