/** Node's environment for the tests of a mutant: the first that fails has noticed, and the others of its run are left out. */
const { TestEnvironment } = require('jest-environment-node');

/** The run that a test has failed in. It outlives a file, as jest loads an environment once for all files of a process. */
let noticedIn;

module.exports = class FirstFailureEnvironment extends TestEnvironment {
  handleTestEvent = ({ name, test }) => {
    const run = process.env.MUTANTS_RUN;
    if (run === undefined) return;
    if (name === 'test_fn_failure') noticedIn = run;
    if (name === 'test_start' && noticedIn === run) test.mode = 'skip';
  };
};
