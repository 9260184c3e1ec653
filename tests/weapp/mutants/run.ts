/**
 * Breaks a good build in every way of the catalogue and writes down what the checks said.
 *
 * `node --import tsx run.ts GOOD OUT.json SHARD SHARDS`. A process of its own, because broken apps leave
 * promises and timers behind that no test runner should inherit.
 */
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { checkWithCi } from '../../../scripts/weapp/compile/ci';
import type { Finding } from '../../../scripts/weapp/finding';
import { verify } from '../../../scripts/weapp/levels';
import { launchChromium } from '../../../scripts/lib/chromium';
import { mutants, type Mutant } from './catalogue';
import { createLab, type Lab } from './lab';

export interface MutantOutcome {
  name: string;
  findings: Finding[];
  seconds: number;
}

const [good = '', out = '', shard = '0', shards = '1'] = process.argv.slice(2);
/** Dealt in turn, so that the slow ones at the end are shared out too. */
const own = mutants.filter((_, at) => at % Number(shards) === Number(shard));

async function runAll(): Promise<MutantOutcome[]> {
  const outcomes: MutantOutcome[] = [];
  // The uploader's checks of all of them start together: loading it takes longer than checking.
  const configured = own
    .filter(({ level }) => level === 'ci-config')
    .map((mutant) => ({ mutant, lab: broken(mutant) }));
  const ci: Promise<Record<string, Finding[]>> =
    configured.length > 0
      ? checkWithCi(
          configured.map(({ lab }) => lab.dir),
          ['config'],
        )
      : Promise.resolve({});
  let browser: Browser | undefined;
  for (const mutant of own.filter(({ level }) => level !== 'ci-config')) {
    const started = Date.now();
    const lab = broken(mutant);
    if (mutant.level === 'view') browser ??= await launchChromium();
    const { findings } = await verify(lab.dir, {
      levels: [mutant.level],
      ...(mutant.routes ? { routes: mutant.routes } : {}),
      ...(browser ? { browser } : {}),
    });
    outcomes.push({ name: mutant.name, findings, seconds: (Date.now() - started) / 1000 });
    lab.dispose();
  }
  await browser?.close();
  const said = await ci;
  for (const { mutant, lab } of configured) {
    outcomes.push({ name: mutant.name, findings: said[lab.dir] ?? [], seconds: 0 });
    lab.dispose();
  }
  return outcomes;
}

function broken(mutant: Mutant): Lab {
  const lab = createLab(good);
  mutant.breaks(lab);
  return lab;
}

void runAll().then(
  (outcomes) => {
    writeFileSync(out, JSON.stringify(outcomes));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
