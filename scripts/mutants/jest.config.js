/** Jest for one area of `npm run mutants`: the area's projects, over the sources that Stryker has changed. */
const path = require('node:path');
const { projects } = require('../../jest.config');

const root = path.resolve(__dirname, '../..');

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

function projectOf({ project, tests, withoutTests = [] }) {
  const base = projects.find(({ displayName }) => displayName === project);
  return {
    ...base,
    rootDir: root,
    testMatch: tests.map((glob) => `<rootDir>/${glob}`),
    testPathIgnorePatterns: ['/node_modules/', ...withoutTests.map((name) => `/${name}\\.test\\.tsx?$`)],
    testEnvironment: '<rootDir>/scripts/mutants/environment.js',
    testEnvironmentOptions: { dom: base.testEnvironment === 'jsdom' },
    moduleNameMapper: {
      '^fast-check$': path.join(__dirname, 'fast-check.js'),
      ...base.moduleNameMapper,
      ...Object.fromEntries(['packages/domain', 'packages/content', 'packages/tokens'].flatMap(namesOfPackage)),
    },
  };
}

module.exports = { rootDir: root, projects: JSON.parse(process.env.MUTANTS_JEST).map(projectOf) };
