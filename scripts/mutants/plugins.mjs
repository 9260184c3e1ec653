/**
 * What Stryker lacks for a sample.
 *
 * A checker that lets only the chosen mutants through; the others count as not valid and cost nothing. A test runner
 * over Stryker's own for jest that loads only the test files that reach a mutant, the nearest first, and stops at the
 * first that notices: jest would load every file to skip its tests by name.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {
  PluginKind,
  commonTokens,
  declareClassPlugin,
  declareFactoryPlugin,
  tokens,
} from '@stryker-mutator/api/plugin';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';

const { MUTANTS_JOURNAL, MUTANTS_SAMPLE, MUTANTS_VISITS } = process.env;

/**
 * Which of the nearest test files are loaded together. A change that the nearest 16 don't notice counts as not noticed:
 * never too many are counted.
 */
const BATCHES = [
  [0, 1],
  [1, 2],
  [2, 4],
  [4, 8],
  [8, 16],
];

const mark = ({ line, column }) => `${line}:${column}`;
/** As `mutantKey` of sample.ts, which a process of Stryker's own can't load. */
const keyOf = ({ fileName, mutatorName, replacement, location }) =>
  [
    path.relative(process.env.MUTANTS_ROOT, fileName),
    mark(location.start),
    mark(location.end),
    mutatorName,
    replacement,
  ].join('|');

class SampleChecker {
  async init() {
    const keys = JSON.parse(readFileSync(MUTANTS_SAMPLE, 'utf8'));
    this.sample = new Map(keys.map((key, rank) => [key, rank]));
  }

  /** One by one as the seed ranks them, so that what a run has tried when it is broken off is a random part. */
  async group(mutants) {
    const rank = (mutant) => this.sample.get(keyOf(mutant)) ?? Infinity;
    const chosen = mutants.filter((mutant) => this.sample.has(keyOf(mutant)));
    const others = mutants.filter((mutant) => !this.sample.has(keyOf(mutant)));
    return [...chosen.sort((one, other) => rank(one) - rank(other)).map(({ id }) => [id]), others.map(({ id }) => id)];
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.sample.has(keyOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  }
}

const { factory: jestRunner } = jestPlugins.find(({ kind, name }) => kind === PluginKind.TestRunner && name === 'jest');

/**
 * Test files by how much of their path they share with the source's, then by how much of what they do is at the mutant's
 * place for the time they take: of two that start the whole service, the one that is about the place comes first.
 */
function nearestFirst(source, place, visits) {
  const words = new Set(source.replace(/\.\w+$/, '').split(/[/\\.]/));
  const shared = (file) => new Set(file.split(/[/\\.]/).filter((word) => words.has(word))).size;
  const worth = ({ at, all, milliseconds }) => at[place] / all / Math.max(milliseconds, 1);
  return Object.entries(visits)
    .filter(([, { at }]) => place in at)
    .map(([file, visit]) => ({ file, shared: shared(file), worth: worth(visit) }))
    .sort((one, other) => other.shared - one.shared || other.worth - one.worth)
    .map(({ file }) => file);
}

/** How often the tests of each file come to each place, and how long they take. */
function visitsOf(tests, perTest) {
  const visits = {};
  for (const { id, fileName, timeSpentMs } of tests) {
    const own = (visits[fileName] ??= { all: 0, at: {}, milliseconds: 0 });
    own.milliseconds += timeSpentMs;
    for (const [place, count] of Object.entries(perTest[id] ?? {})) {
      own.all += count;
      own.at[place] = (own.at[place] ?? 0) + count;
    }
  }
  return visits;
}

class CoveringTestsRunner {
  static inject = tokens(commonTokens.injector);

  runs = 0;

  constructor(injector) {
    this.jest = injector.injectFunction(jestRunner);
  }

  capabilities() {
    return this.jest.capabilities();
  }

  init() {
    return this.jest.init();
  }

  async dryRun(options) {
    delete process.env.MUTANTS_TEST_FILES;
    const result = await this.jest.dryRun(options);
    writeFileSync(MUTANTS_VISITS, JSON.stringify(visitsOf(result.tests ?? [], result.mutantCoverage?.perTest ?? {})));
    return result;
  }

  async mutantRun(options) {
    if (!options.testFilter) return this.jest.mutantRun(options);
    this.visits ??= JSON.parse(readFileSync(MUTANTS_VISITS, 'utf8'));
    const ordered = nearestFirst(options.activeMutant.fileName, options.activeMutant.id, this.visits);
    const began = Date.now();
    let result;
    for (const [from, to] of BATCHES) {
      const batch = ordered.slice(from, to);
      if (batch.length === 0) break;
      this.runs += 1;
      process.env.MUTANTS_RUN = String(this.runs);
      process.env.MUTANTS_TEST_FILES = JSON.stringify(batch);
      result = await this.jest.mutantRun(options);
      if (result.status !== 'survived') break;
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    appendFileSync(MUTANTS_JOURNAL, `${JSON.stringify([keyOf(options.activeMutant), result.status, seconds])}\n`);
    return result;
  }
}

const coveringTestsRunner = (injector) => new CoveringTestsRunner(injector);
coveringTestsRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareFactoryPlugin(PluginKind.TestRunner, 'covering-tests', coveringTestsRunner),
];
