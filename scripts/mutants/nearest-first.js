/** Jest's order of files: as scripts/mutants/plugins.mjs names them, where jest itself would begin with the longest. */
const { default: Sequencer } = require('@jest/test-sequencer');

module.exports = class NearestFirst extends Sequencer {
  sort(tests) {
    const named = JSON.parse(process.env.MUTANTS_TEST_FILES ?? '[]');
    return [...tests].sort((one, other) => named.indexOf(one.path) - named.indexOf(other.path));
  }
};
