/** The tools that hold the code's rules, and where each remembers what it has found clean. */
import path from 'node:path';

/** What a fresh clone doesn't have, and `npm ci` takes away. */
const cache = (tool: string): string[] => [
  '--cache',
  `--cache-location=${path.join('node_modules/.cache', tool, 'cache')}`,
  '--cache-strategy=content',
];

/** A tool as arguments for node, with what it needs in its environment. */
export interface Linter {
  args: string[];
  env?: Record<string, string>;
}

const ESLINT = ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '--no-warn-ignored'];

/**
 * ESLint with every rule. A file's answer may depend on the types of others, which its cache doesn't know of: in CI,
 * where everything counts, it is asked anew.
 */
export const eslint = (files: readonly string[]): Linter => ({
  args: [...ESLINT, ...(process.env.CI ? [] : cache('eslint')), ...files],
});

/** ESLint without the rules that ask the compiler (eslint.config.js), in a tenth of the time. */
export const eslintWithoutTypes = (files: readonly string[]): Linter => ({
  args: [...ESLINT, ...cache('eslint-without-types'), ...files],
  env: { LINT_TYPES: 'off' },
});

export const prettier = (files: readonly string[]): Linter => ({
  args: [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--ignore-unknown',
    ...cache('prettier'),
    ...files,
  ],
});

export const stylelint = (files: readonly string[]): Linter => ({
  args: ['node_modules/stylelint/bin/stylelint.mjs', ...cache('stylelint'), ...files],
});
