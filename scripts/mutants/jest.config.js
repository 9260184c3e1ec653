/** Jest for one area of `npm run mutants`: Stryker takes one project, and looks at the sources it has changed. */
const path = require('node:path');
const { projects } = require('../../jest.config');

const root = path.resolve(__dirname, '../..');
const { project, tests, withoutTests = [] } = JSON.parse(process.env.MUTANTS_JEST);

/**
 * A package's `exports` as jest's names. In Stryker's copy of the repository node_modules is a link to the real one,
 * and through it a package would be found as it was before it was changed.
 */
function namesOfPackage(folder) {
  const { name, exports } = require(path.join(root, folder, 'package.json'));
  const exact = (key) => !key.includes('*');
  return Object.entries(exports)
    .sort(([one], [other]) => exact(other) - exact(one) || other.length - one.length)
    .map(([key, file]) => [
      `^${name}${key.slice(1).replaceAll('.', '\\.').replace('*', '(.*)')}$`,
      `${root}/${folder}/${file.slice(2).replace('*', '$1')}`,
    ]);
}

const base = projects.find(({ displayName }) => displayName === project);

module.exports = {
  ...base,
  displayName: undefined,
  rootDir: root,
  testMatch: tests.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: ['/node_modules/', ...withoutTests.map((name) => `/${name}\\.test\\.tsx?$`)],
  // In a browser's environment nothing stops at the first failure within a file.
  testEnvironment: base.testEnvironment === 'node' ? path.join(__dirname, 'first-failure.js') : base.testEnvironment,
  moduleNameMapper: {
    '^fast-check$': path.join(__dirname, 'fast-check.js'),
    ...base.moduleNameMapper,
    ...Object.fromEntries(['packages/domain', 'packages/content', 'packages/tokens'].flatMap(namesOfPackage)),
  },
  testSequencer: path.join(__dirname, 'nearest-first.js'),
  filter: path.join(__dirname, 'covering-tests.js'),
};
