/** The tools that hold the code's rules, and where each remembers what it has found clean. */
import path from 'node:path';

/** What a fresh clone doesn't have, and `npm ci` takes away. */
const cache = (tool: string): string[] => [
  '--cache',
  `--cache-location=${path.join('node_modules/.cache', tool, 'cache')}`,
  '--cache-strategy=content',
];

/**
 * ESLint as arguments for node. A file's answer may depend on the types of others, which its cache doesn't know of:
 * where everything counts, as in CI, it is asked without.
 */
export const eslint = (files: readonly string[], { cached = !process.env.CI } = {}): string[] => [
  'node_modules/eslint/bin/eslint.js',
  '--max-warnings=0',
  '--no-warn-ignored',
  ...(cached ? cache('eslint') : []),
  ...files,
];

export const prettier = (files: readonly string[]): string[] => [
  'node_modules/prettier/bin/prettier.cjs',
  '--check',
  '--log-level=warn',
  '--ignore-unknown',
  ...cache('prettier'),
  ...files,
];

export const stylelint = (files: readonly string[]): string[] => [
  'node_modules/stylelint/bin/stylelint.mjs',
  ...cache('stylelint'),
  ...files,
];
