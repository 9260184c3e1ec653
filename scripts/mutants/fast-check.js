/**
 * fast-check as the tests of a mutant have it: a property is tried so many times at most, and isn't made smaller when it
 * fails, for nobody reads the example. Fewer tries notice less, never more.
 */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const MOST_RUNS = 200;

const hurried = ({ numRuns = MOST_RUNS, ...rest } = {}) => ({
  ...rest,
  numRuns: Math.min(numRuns, MOST_RUNS),
  endOnFailure: true,
});

const patched = {
  ...fc,
  assert: (property, parameters) => fc.assert(property, hurried(parameters)),
  check: (property, parameters) => fc.check(property, hurried(parameters)),
};

module.exports = { ...patched, __esModule: true, default: patched };
