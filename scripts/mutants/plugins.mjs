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

/** A change that so many of the nearest test files don't notice counts as not noticed: never too many are counted. */
const MOST_FILES = 16;

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
    this.sample = new Set(JSON.parse(readFileSync(MUTANTS_SAMPLE, 'utf8')));
  }

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
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
    let result;
    for (const batch of [ordered.slice(0, 1), ordered.slice(1, 4), ordered.slice(4, MOST_FILES)]) {
      if (batch.length === 0) break;
      process.env.MUTANTS_TEST_FILES = JSON.stringify(batch);
      result = await this.jest.mutantRun(options);
      if (result.status !== 'survived') break;
    }
    appendFileSync(MUTANTS_JOURNAL, `${JSON.stringify([keyOf(options.activeMutant), result.status])}\n`);
    return result;
  }
}

const coveringTestsRunner = (injector) => new CoveringTestsRunner(injector);
coveringTestsRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareFactoryPlugin(PluginKind.TestRunner, 'covering-tests', coveringTestsRunner),
];
