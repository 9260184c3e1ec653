/**
 * An area's tests, run a file at a time in this process. Jest is opened once: `jest` itself would read its settings and
 * look through all files again for each change.
 */
import console from 'node:console';
import path from 'node:path';
import process from 'node:process';
import { SearchSource } from '@jest/core';
import { readConfigs } from 'jest-config';
import TestRunner from 'jest-runner';
import Runtime from 'jest-runtime';

/** A machine with much to do is no reason for a test to fail. */
const PATIENCE_MS = 60_000;

export class AreaTests {
  /** By its path from the root: what jest needs to run a test file. */
  files = new Map();

  async open() {
    const root = process.cwd();
    const settings = { _: [], $0: 'mutants', config: 'scripts/mutants/jest.config.js', testTimeout: PATIENCE_MS };
    const { globalConfig, configs } = await readConfigs({ ...settings, runInBand: true, silent: true }, [root]);
    this.globalConfig = globalConfig;
    for (const config of configs) {
      const context = await Runtime.createContext(config, { console, maxWorkers: 1, watch: false, watchman: false });
      const { tests } = await new SearchSource(context).getTestPaths(globalConfig, config);
      for (const test of tests) this.files.set(path.relative(root, test.path), test);
    }
  }

  /**
   * Runs one test file.
   *
   * @param file its path from the root
   * @param run what scripts/mutants/environment.js reads: `namespace` for the changed sources; `wanted`, the tests that are
   * run, or null for all of them; whether to `stopAtFailure`
   * @returns its tests that were run, each with an id; `error` where the file itself could not be run
   */
  async run(file, run) {
    globalThis.mutantRun = run;
    const runner = new TestRunner(this.globalConfig, {});
    let ended = { tests: [] };
    runner.on('test-file-success', ([, { testResults, testExecError }]) => {
      ended = {
        error: testExecError,
        tests: testResults
          .filter(({ status }) => status === 'passed' || status === 'failed')
          .map(({ fullName, status, duration, failureMessages }) => ({
            id: `${file} ${fullName}`,
            milliseconds: duration ?? 0,
            failure: status === 'failed' ? failureMessages.join('\n') : null,
          })),
      };
    });
    runner.on('test-file-failure', ([, error]) => {
      ended = { error, tests: [] };
    });
    await runner.runTests([this.files.get(file)], { isInterrupted: () => false }, { serial: true });
    return ended;
  }
}
