/** One jest project a kind of test; `npm test` runs them all, `npx jest --selectProjects domain` one. */
const typescript = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
// kdbush ships modules only; jest's own loader wants them turned.
const transformIgnorePatterns = ['/node_modules/(?!kdbush/)'];
const base = {
  rootDir: __dirname,
  transform: typescript,
  transformIgnorePatterns,
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
};
/** The phone's modules in tests: the browser's variants, over a stand-in for the phone itself. */
const phone = {
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'json', 'node'],
  moduleNameMapper: { ...base.moduleNameMapper, '^@tarojs/taro$': '<rootDir>/tests/setup/taro.ts' },
};
const node = (name, folder = name) => ({
  ...base,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${folder}/**/*.test.ts`],
});

/** Pages and parts in jsdom, as the browser's variants (`.h5.tsx`) over a small stand-in for Taro's elements. */
const dom = (name) => ({
  ...base,
  displayName: name,
  testEnvironment: 'jsdom',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.tsx`],
  ...phone,
  globals: { SERVICE_ORIGIN: '', SERVICE_CLOUD: '', RELEASE: '0.0.0' },
  setupFilesAfterEnv: ['<rootDir>/tests/setup/dom.ts'],
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/tests/setup/class-names.ts',
    ...phone.moduleNameMapper,
    '^@tarojs/components$': '<rootDir>/tests/setup/taro-components.tsx',
  },
});

module.exports = {
  testSequencer: '<rootDir>/tests/setup/longest-first.mjs',
  projects: [
    node('domain'),
    node('content'),
    node('scripts'),
    // The phone's side of the service is tested against the service itself.
    {
      ...node('service'),
      ...phone,
      globals: { SERVICE_ORIGIN: '', SERVICE_CLOUD: '', RELEASE: '0.0.0' },
      setupFilesAfterEnv: ['<rootDir>/tests/setup/patient.ts'],
    },
    { ...node('proofs'), setupFilesAfterEnv: ['<rootDir>/tests/setup/patient.ts'] },
    dom('ui'),
    dom('features'),
    node('weapp'),
    node('browser'),
    // The console's pure logic, without a browser.
    node('console', 'staff/unit'),
    {
      ...node('staff'),
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/staff/unit/'],
      setupFilesAfterEnv: ['<rootDir>/tests/setup/patient.ts'],
    },
  ],
};
