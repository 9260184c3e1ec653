const js = require('@eslint/js');
const hooks = require('eslint-plugin-react-hooks');
const ts = require('typescript-eslint');

module.exports = ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      'var/',
      'src/**/generated/',
      'packages/content/generated/',
      'tests/.out/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  // Commands speak through the console.
  {
    files: ['scripts/**', 'server/src/main.ts', 'server/src/staff-admin.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**', 'packages/domain/**'],
    // Not there in WeChat's logic layer on some phones; see CONTRIBUTING, Footguns.
    rules: { 'no-restricted-globals': ['error', 'Intl', 'AbortController', 'crypto', 'localStorage', 'fetch'] },
  },
  {
    // Staff reach data by their scope only: the store is for the folder that puts the scope into every query (ADR 19).
    files: ['server/src/staff/**', 'server/src/api/staff/**'],
    ignores: ['server/src/staff/data/**', 'server/src/staff/identity/**', 'server/src/staff/jobs/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name='store']", message: 'Ask Scoped, which knows whose it is.' },
        { selector: "Property[key.name='store']", message: 'Ask Scoped, which knows whose it is.' },
        { selector: "ImportSpecifier[imported.name='storeOf']", message: 'For server/src/staff/data only.' },
      ],
    },
  },
  {
    // Jest loads them itself, without translating them.
    files: ['*.js', 'scripts/mutants/*.js'],
    languageOptions: {
      globals: { module: 'writable', process: 'readonly', require: 'readonly', __dirname: 'readonly' },
      sourceType: 'commonjs',
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
