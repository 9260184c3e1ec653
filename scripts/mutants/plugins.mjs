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

const { MUTANTS_JOURNAL, MUTANTS_SAMPLE, MUTANTS_TEST_TIMES } = process.env;

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

/** Test files by how much of their path they share with the source's, then by how long they take. */
function nearestFirst(source, times) {
  const words = new Set(source.replace(/\.\w+$/, '').split(/[/\\.]/));
  const shared = (file) => file.split(/[/\\.]/).filter((word) => words.has(word)).length;
  return [...times]
    .map(([file, milliseconds]) => ({ file, milliseconds, shared: shared(file) }))
    .sort((one, other) => other.shared - one.shared || one.milliseconds - other.milliseconds)
    .map(({ file }) => file);
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
    // A test by its name: how long it takes, and in which files a test of that name is.
    const times = {};
    for (const { id, fileName, timeSpentMs } of result.tests ?? []) {
      times[id] ??= { files: [], milliseconds: 0 };
      times[id].files.push(fileName);
      times[id].milliseconds += timeSpentMs;
    }
    writeFileSync(MUTANTS_TEST_TIMES, JSON.stringify(times));
    return result;
  }

  async mutantRun(options) {
    if (!options.testFilter) return this.jest.mutantRun(options);
    this.times ??= JSON.parse(readFileSync(MUTANTS_TEST_TIMES, 'utf8'));
    const files = new Map();
    for (const id of options.testFilter) {
      const { files: where, milliseconds } = this.times[id];
      for (const file of where) files.set(file, (files.get(file) ?? 0) + milliseconds);
    }
    const ordered = nearestFirst(options.activeMutant.fileName, files);
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
