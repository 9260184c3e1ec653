/**
 * `npm run mutants -- --area domain`: changes the sources of an area in 300 places, one at a time, and prints which
 * changes no test notices. Without `--area` it goes through all areas. `--seed` chooses other places, `--count` more or
 * fewer, `--concurrency` runs so many at once. What stands in docs/mutation.md is from here.
 *
 * A run remembers its results in `node_modules/.cache/mutants`; the next one of the same seed tries only what has
 * changed since, and what no test had noticed. It isn't a part of CI.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { areaNames, areas, isAreaName, type AreaName, type MutationArea } from './mutants/areas';
import { chooseBySeed, insideFunctions, mutantKey, type MutantPlace } from './mutants/sample';
import { root } from './lib/stale';

const CACHE = path.join(root, 'node_modules/.cache/mutants');

/** As scripts/mutants/plugins.mjs says it. */
const NOT_IN_SAMPLE = 'not in the sample';

interface Run {
  seed: string;
  count: number;
  concurrency: number;
}

const silent = (): void => undefined;
const quiet = { trace: silent, debug: silent, info: silent, warn: silent, error: console.error, fatal: console.error };
const logger = {
  ...quiet,
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
};

/** Tracked and new files of an area; what git ignores is generated. */
function sourcesOf({ mutate, leave = [] }: MutationArea): string[] {
  const specs = [...mutate.map((glob) => `:(glob)${glob}`), ...leave.map((glob) => `:(exclude,glob)${glob}`)];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...specs], {
    cwd: root,
  });
  return [...new Set(listed.toString().split('\0'))].filter((file) => file && existsSync(path.join(root, file))).sort();
}

/** All mutants inside the functions of an area; nothing is run for it. */
async function mutantsOf(area: MutationArea): Promise<MutantPlace[]> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const instrumenter = new Instrumenter(logger);
  const found: MutantPlace[] = [];
  for (const file of sourcesOf(area)) {
    const content = readFileSync(path.join(root, file), 'utf8');
    const { mutants } = await instrumenter.instrument([{ name: file, mutate: true, content }], {
      plugins: null,
      excludedMutations: [],
      ignorers: [],
    });
    const isInside = insideFunctions(file, content);
    found.push(...mutants.filter(({ location }) => isInside(location)));
  }
  return found;
}

/** Stryker's way to name a stretch of a file: lines from 1, columns from 0. */
const rangeOf = ({ fileName, location: { start, end } }: MutantPlace) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

/** Forgets the places beside the chosen ones, so that a larger sample tries them. */
function keepOnlyTried(reportFile: string): void {
  const report: { files: Record<string, { mutants: { statusReason?: string }[] }> } = JSON.parse(
    readFileSync(reportFile, 'utf8'),
  );
  for (const file of Object.values(report.files))
    file.mutants = file.mutants.filter(({ statusReason }) => statusReason !== NOT_IN_SAMPLE);
  writeFileSync(reportFile, JSON.stringify(report));
}

async function tryMutants(name: AreaName, sample: readonly MutantPlace[], { seed, concurrency }: Run) {
  const { tests, waitMs } = areas[name];
  const sampleFile = path.join(CACHE, `${name}-${seed}-sample.json`);
  writeFileSync(sampleFile, JSON.stringify(sample.map(mutantKey)));
  Object.assign(process.env, {
    MUTANTS_ROOT: root,
    MUTANTS_SAMPLE: sampleFile,
    // A line a change as it is tried, for a run that is broken off.
    MUTANTS_JOURNAL: path.join(CACHE, `${name}-${seed}-journal.jsonl`),
    MUTANTS_TEST_TIMES: path.join(CACHE, `${name}-test-times.json`),
    MUTANTS_JEST: JSON.stringify(tests),
  });
  const incrementalFile = `node_modules/.cache/mutants/${name}-${seed}.json`;
  const { Stryker } = await import('@stryker-mutator/core');
  const results = await new Stryker({
    mutate: [...new Set(sample.map(rangeOf))],
    plugins: [path.join(root, 'scripts/mutants/plugins.mjs')],
    checkers: ['sample'],
    testRunner: 'covering-tests',
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    disableTypeChecks: false,
    incremental: true,
    incrementalFile,
    ignorePatterns: ['dist', 'var', 'coverage', '.swc', 'tests/.out'],
    // Outside of node_modules, whose files jest doesn't translate.
    tempDirName: path.join(tmpdir(), `yugong-mutants-${process.pid}-${name}`),
    timeoutMS: waitMs,
    dryRunTimeoutMinutes: 40,
    concurrency,
    reporters: ['progress-append-only'],
    warnings: false,
  }).runMutationTest();
  keepOnlyTried(path.join(root, incrementalFile));
  return results;
}

/** A result's place as the sample has it; Stryker's reports count lines and columns from 1. */
function placeOf({ fileName, mutatorName, replacement = '', location: { start, end } }: MutantResult): MutantPlace {
  const fromZero = ({ line, column }: typeof start) => ({ line: line - 1, column: column - 1 });
  return {
    fileName: path.relative(root, fileName),
    mutatorName,
    replacement,
    location: { start: fromZero(start), end: fromZero(end) },
  };
}

const describeMutant = ({ fileName, location, mutatorName, replacement = '', status }: MutantResult) =>
  `${path.relative(root, fileName)}:${location.start.line}:${location.start.column} ${status} ${mutatorName} → ` +
  replacement.replace(/\s+/g, ' ').slice(0, 80);

async function runArea(name: AreaName, run: Run): Promise<void> {
  const all = await mutantsOf(areas[name]);
  const sample = chooseBySeed(all, run.count, run.seed);
  const started = Date.now();
  const chosen = new Set(sample.map(mutantKey));
  const results = (await tryMutants(name, sample, run)).filter((result) => chosen.has(mutantKey(placeOf(result))));
  const of = (...statuses: MutantResult['status'][]) => results.filter(({ status }) => statuses.includes(status));
  const noticed = of('Killed', 'Timeout');
  const unnoticed = of('Survived', 'NoCoverage');
  for (const mutant of unnoticed) console.log(describeMutant(mutant));
  const tried = noticed.length + unnoticed.length;
  console.log(
    `${name}: ${noticed.length} of ${tried} noticed (${Math.round((100 * noticed.length) / Math.max(tried, 1))} %); ` +
      `${of('NoCoverage').length} reached by no test, ${sample.length - tried} not valid; ` +
      `${all.length} mutants in all, seed ${run.seed}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      area: { type: 'string' },
      seed: { type: 'string', default: '16' },
      count: { type: 'string', default: '300' },
      concurrency: { type: 'string', default: '1' },
    },
  });
  const { area, seed, count, concurrency } = values;
  if (area !== undefined && !isAreaName(area)) {
    console.error(`--area is one of ${areaNames.join(', ')}`);
    return 2;
  }
  mkdirSync(CACHE, { recursive: true });
  for (const name of area === undefined ? areaNames : [area]) {
    await runArea(name, { seed, count: Number(count), concurrency: Number(concurrency) });
  }
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
