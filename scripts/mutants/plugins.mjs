/**
 * What Stryker lacks for a sample.
 *
 * A checker that lets only the chosen mutants through; the others count as not valid and cost nothing. A test runner
 * that loads only the test files that reach a mutant, the nearest first, and stops at the first test that notices:
 * Stryker's own for jest would begin anew with each mutant and load every file to skip its tests by name.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { AreaTests } from './area-tests.mjs';

const { MUTANTS_JOURNAL, MUTANTS_SAMPLE, MUTANTS_TEST_TIMES } = process.env;

/** A change that so many of the nearest test files don't notice counts as not noticed: never too many are counted. */
const MOST_FILES = 8;
/** Nor is a change tried for longer: the same. */
const LONGEST_MS = 60_000;
/** What fails after so much longer than it takes may have waited for a machine that has other things to do. */
const SLOWER_MS = 900;

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

/**
 * Test files by how much of their path they share with the source's, then by how much of what they do is at the change's
 * place for the time they take: of two that start the whole service, the one that is about the place comes first.
 */
function nearestFirst(source, files) {
  const words = new Set(source.replace(/\.\w+$/, '').split(/[/\\.]/));
  const shared = (file) => new Set(file.split(/[/\\.]/).filter((word) => words.has(word))).size;
  const worth = ({ here, everywhere, milliseconds }) => here / Math.max(everywhere, 1) / Math.max(milliseconds, 1);
  return [...files]
    .map(([file, visits]) => ({ file, shared: shared(file), worth: worth(visits) }))
    .sort((one, other) => other.shared - one.shared || other.worth - one.worth)
    .map(({ file }) => file);
}

/** The tests that come to a place, by their files: how often they do, how often to any place, and how long they take. */
function byFile(ids, timesOf, place) {
  const files = new Map();
  for (const id of ids) {
    const { file, milliseconds, visits } = timesOf[id];
    const before = files.get(file) ?? { tests: new Set(), here: 0, everywhere: 0, milliseconds: 0 };
    files.set(file, {
      tests: before.tests.add(id),
      here: before.here + (visits[place] ?? 0),
      everywhere: before.everywhere + Object.values(visits).reduce((sum, count) => sum + count, 0),
      milliseconds: before.milliseconds + milliseconds,
    });
  }
  return files;
}

class CoveringTestsRunner {
  tests = new AreaTests();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    return this.tests.open();
  }

  async dryRun() {
    const namespace = {};
    const times = {};
    const results = [];
    for (const file of this.tests.files.keys()) {
      const { error, tests } = await this.tests.run(file, { namespace, wanted: null, stopAtFailure: false });
      if (error) return { status: DryRunStatus.Error, errorMessage: `${file}: ${error.stack ?? error.message}` };
      for (const { id, milliseconds, failure } of tests) {
        times[id] = { file, milliseconds };
        results.push({
          id,
          name: id,
          fileName: path.resolve(file),
          timeSpentMs: milliseconds,
          ...(failure === null
            ? { status: TestStatus.Success }
            : { status: TestStatus.Failed, failureMessage: `${file}: ${failure}` }),
        });
      }
    }
    const { mutantCoverage = { static: {}, perTest: {} } } = namespace;
    for (const [id, time] of Object.entries(times)) time.visits = mutantCoverage.perTest[id] ?? {};
    writeFileSync(MUTANTS_TEST_TIMES, JSON.stringify(times));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    this.times ??= JSON.parse(readFileSync(MUTANTS_TEST_TIMES, 'utf8'));
    const files = byFile(testFilter ?? Object.keys(this.times), this.times, activeMutant.id);
    const began = Date.now();
    const result = await this.tryChange(activeMutant, files, hitLimit);
    const seconds = Math.round((Date.now() - began) / 1000);
    appendFileSync(MUTANTS_JOURNAL, `${JSON.stringify([keyOf(activeMutant), result.status, seconds])}\n`);
    return result;
  }

  /** Asks the test files one after another, until a test fails. */
  async tryChange({ id, fileName }, files, hitLimit) {
    const until = Date.now() + LONGEST_MS;
    let nrOfTests = 0;
    for (const file of nearestFirst(fileName, files).slice(0, MOST_FILES)) {
      if (Date.now() > until) break;
      const { tests: wanted } = files.get(file);
      const namespace = { activeMutant: id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 };
      const { error, tests } = await this.tests.run(file, { namespace, wanted, stopAtFailure: true });
      nrOfTests += tests.length;
      if (namespace.hitCount > hitLimit) return { status: MutantRunStatus.Timeout, reason: 'it goes on for ever' };
      const failed = tests.find(({ failure }) => failure !== null);
      const failureMessage = failed?.failure ?? (error && String(error.stack ?? error.message));
      if (failureMessage && (await this.isItsFault(file, failed)))
        return {
          status: MutantRunStatus.Killed,
          killedBy: failed ? [failed.id] : [...wanted],
          failureMessage,
          nrOfTests,
        };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** Whether a test fails of the change: one that was only slow would fail without it as well. */
  async isItsFault(file, failed) {
    if (failed && failed.milliseconds < this.times[failed.id].milliseconds + SLOWER_MS) return true;
    const wanted = failed ? new Set([failed.id]) : null;
    const { error, tests } = await this.tests.run(file, { namespace: {}, wanted, stopAtFailure: true });
    return !error && tests.every(({ failure }) => failure === null);
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareClassPlugin(PluginKind.TestRunner, 'covering-tests', CoveringTestsRunner),
];
