/**
 * `npm run check`: what a change needs, in seconds: format, lint, types and the nearest tests of the files that differ
 * from the last commit. `--since main` takes those that differ from a branch, `--staged` those about to be committed,
 * and `--fast` leaves out types, the rules that need them, and tests, as the hook before a commit does.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importersOf, readFileIn, relatedTests } from './check/related';
import { compilerResolve, repositoryOptions } from './house/sources';
import { eslint, prettier, promiseRules, stylelint, type Linter } from './lib/linters';
import { runNode, script } from './lib/run';
import { root } from './lib/stale';

/** More tests than these take longer than anybody waits for; the rest is named, and `npm test` runs it. */
const MAX_TEST_FILES = 8;
/** Projects whose tests need no build and no browser. */
const QUICK = ['domain', 'content', 'scripts', 'service', 'ui', 'features', 'console'];

const git = (...args: string[]): string[] =>
  execFileSync('git', [...args, '-z'], { cwd: root })
    .toString()
    .split('\0')
    .filter(Boolean);

function changedFiles({ since = 'HEAD', staged }: { since?: string | undefined; staged: boolean }): string[] {
  const files = staged
    ? git('diff', '--cached', '--name-only')
    : [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')];
  return [...new Set(files)].filter((file) => existsSync(path.join(root, file)));
}

const isQuickTest = (file: string): boolean => {
  const [tests, project = ''] = file.split('/');
  return tests === 'tests' && QUICK.includes(project) && /\.test\.tsx?$/.test(file);
};

/** Runs the tests nearest to the change. @returns jest's arguments, or null where no test reaches it */
function nearestTests(changed: readonly string[]): string[] | null {
  const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter(
    (file) => /\.tsx?$/.test(file) && existsSync(path.join(root, file)),
  );
  const importers = importersOf(files, compilerResolve(root, repositoryOptions(root)), readFileIn(root));
  const tests = relatedTests(changed, importers, isQuickTest);
  if (tests.length > MAX_TEST_FILES) {
    console.log(`还有 ${tests.length - MAX_TEST_FILES} 个更远的测试文件没有跑，npm test 会跑`);
  }
  if (tests.length === 0) return null;
  return ['node_modules/jest/bin/jest.js', '--runTestsByPath', ...tests.slice(0, MAX_TEST_FILES)];
}

async function check(): Promise<number> {
  const { values } = parseArgs({
    options: {
      since: { type: 'string' },
      staged: { type: 'boolean', default: false },
      fast: { type: 'boolean', default: false },
    },
  });
  const changed = changedFiles(values);
  if (changed.length === 0) {
    console.log('没有改动');
    return 0;
  }
  const code = changed.filter((file) => /\.(tsx?|[cm]?js)$/.test(file));
  const styles = changed.filter((file) => /^(src|staff\/src)\/.*\.s?css$/.test(file));
  const tests = values.fast ? null : nearestTests(changed);
  const steps: (Linter & { name: string })[] = [
    { name: 'Prettier', ...prettier(changed) },
    ...(code.length > 0 ? [{ name: 'ESLint', ...eslint(code) }] : []),
    ...(code.length > 0 && !values.fast ? [{ name: 'Promise', ...promiseRules(code) }] : []),
    ...(styles.length > 0 ? [{ name: 'stylelint', ...stylelint(styles) }] : []),
    ...(values.fast ? [] : [{ name: '类型', args: script('scripts/typecheck.ts') }]),
    ...(tests ? [{ name: '最近的测试', args: tests }] : []),
  ];
  const results = await Promise.all(
    steps.map(async ({ name, args }) => {
      const ran = await runNode(args);
      console.log(`${ran.code === 0 ? '✓' : '✗'} ${name}（${ran.seconds.toFixed(1)} 秒）`);
      return ran;
    }),
  );
  const failed = results.filter(({ code: exit }) => exit !== 0);
  for (const { output } of failed) console.log(output);
  return failed.length > 0 ? 1 : 0;
}

void check().then((code) => {
  process.exitCode = code;
});
