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
const base = { rootDir: __dirname, transform: typescript, moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' } };
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
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'json', 'node'],
  setupFilesAfterEnv: ['<rootDir>/tests/setup/dom.ts'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^@tarojs/components$': '<rootDir>/tests/setup/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/setup/taro.ts',
    '\\.module\\.scss$': '<rootDir>/tests/setup/class-names.ts',
  },
});

module.exports = {
  projects: [
    node('domain'),
    node('content'),
    node('service'),
    dom('ui'),
    dom('features'),
    node('weapp'),
    node('browser'),
  ],
};
