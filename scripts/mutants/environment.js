/**
 * Jest's environments for `npm run mutants`: they say which change is switched on, note which changes each test reaches,
 * and leave out the tests that don't reach the one that is tried. What a run wants stands in `globalThis.mutantRun`, which
 * scripts/mutants/area-tests.mjs sets; without it they are jest's own.
 */
const path = require('node:path');

/** The name of Stryker's instrumenter for what its switches read, as a global of the tests. */
const NAMESPACE = '__stryker__';

function namesOf({ name, parent }) {
  // The outermost block is jest's own and has no name.
  return parent ? [...namesOf(parent), name] : [];
}

function* testsOf({ children }) {
  for (const child of children) {
    if (child.type === 'test') yield child;
    else yield* testsOf(child);
  }
}

const skip = (test) => {
  test.mode = 'skip';
};

function watched(Base) {
  return class extends Base {
    constructor(config, context) {
      super(config, context);
      this.file = path.relative(config.projectConfig.rootDir, context.testPath);
      this.run = globalThis.mutantRun;
      if (this.run) this.global[NAMESPACE] = this.run.namespace;
    }

    handleTestEvent({ name, test }, { rootDescribeBlock }) {
      if (!this.run) return;
      const { namespace, wanted, stopAtFailure } = this.run;
      const idOf = (each) => `${this.file} ${namesOf(each).join(' ')}`;
      if (name === 'run_start' && wanted)
        for (const each of testsOf(rootDescribeBlock)) if (!wanted.has(idOf(each))) skip(each);
      if (name === 'test_start') namespace.currentTestId = idOf(test);
      if (name !== 'test_done') return;
      namespace.currentTestId = undefined;
      if (stopAtFailure && test.errors.length > 0) for (const each of testsOf(rootDescribeBlock)) skip(each);
    }
  };
}

module.exports = function Environment(config, context) {
  const { dom } = config.projectConfig.testEnvironmentOptions;
  const { TestEnvironment } = require(dom ? 'jest-environment-jsdom' : 'jest-environment-node');
  return new (watched(TestEnvironment))(config, context);
};
