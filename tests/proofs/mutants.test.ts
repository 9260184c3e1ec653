/**
 * Takes one guard away at a time, in a copy, and expects the test that is there for it to turn red: a guard whose
 * absence no test notices is a guard that nobody guards.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFull, proved } from './support/effort';
import { guardMutants, type GuardMutant } from './support/mutants';

const root = path.resolve(__dirname, '../..');
const LANES = 2;
/** At a desk only those that need no service. */
const chosen = isFull ? guardMutants : guardMutants.filter(({ test }) => test.startsWith('tests/domain'));
/** `MUTANT='the lock' npx jest --selectProjects proofs --testPathPatterns mutants` tries one. */
const { MUTANT } = process.env;
const tried = MUTANT ? guardMutants.filter(({ guard }) => guard.includes(MUTANT)) : chosen;

interface Report {
  numFailedTests: number;
  /** A file that couldn't even be run proves nothing. */
  numRuntimeErrorTestSuites: number;
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** What is copied: sources and what jest reads. */
const COPIED = ['server', 'packages', 'src', 'tests', 'scripts', 'package.json', 'tsconfig.json', 'jest.config.js'];

function copyOf(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'yugong-mutants-'));
  const isSource = (file: string) => !/\.out|node_modules/.test(path.relative(root, file));
  for (const name of COPIED) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: isSource });
  }
  linkPackages(copy);
  return copy;
}

/** Installed packages are shared; the workspace's own must be the copy's, or the guard would still stand. */
function linkPackages(copy: string): void {
  const installed = path.join(root, 'node_modules');
  mkdirSync(path.join(copy, 'node_modules/@yugong'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== '@yugong') symlinkSync(path.join(installed, name), path.join(copy, 'node_modules', name));
  }
  for (const name of readdirSync(path.join(root, 'packages'))) {
    symlinkSync(path.join(copy, 'packages', name), path.join(copy, 'node_modules/@yugong', name));
  }
  for (const workspace of ['server', 'staff']) {
    const own = path.join(root, workspace, 'node_modules');
    if (existsSync(own) && existsSync(path.join(copy, workspace)))
      symlinkSync(own, path.join(copy, workspace, 'node_modules'));
  }
}

/** Runs the tests of a file in a copy whose names match. */
function run(copy: string, test: string, names: readonly string[]): Promise<Report> {
  const report = path.join(copy, 'report.json');
  const flags = ['--forceExit', '--json', `--outputFile=${report}`, `--cacheDirectory=${path.join(copy, 'cache')}`];
  const only = ['-t', names.join('|')];
  const args = ['node_modules/jest/bin/jest.js', '--runTestsByPath', test, ...only, '--runInBand', ...flags];
  return new Promise((resolve) => {
    rmSync(report, { force: true });
    // Not this run's numbers: the copy's tests are the short ones.
    const env = { ...process.env, CI: '', PROOF: '', PROOF_REPORT: '' };
    spawn(process.execPath, args, { cwd: copy, env, stdio: 'ignore', timeout: 120_000 }).on('close', () =>
      resolve(JSON.parse(readFileSync(report, 'utf8')) as Report),
    );
  });
}

const whole = new Map<string, Promise<Report>>();

/** How the tests of a file stand while nothing is taken away: once a file, for all the guards that it watches. */
function asItIs(copy: string, test: string): Promise<Report> {
  const names = tried.filter((mutant) => mutant.test === test).map(({ name }) => name);
  const known = whole.get(test) ?? run(copy, test, names);
  whole.set(test, known);
  return known;
}

const wrongIn = ({ testResults }: Report): string => testResults.map(({ message }) => message.slice(0, 400)).join('');

async function without(copy: string, { guard, file, find, put, test, name }: GuardMutant): Promise<string | null> {
  const target = path.join(copy, file);
  const original = readFileSync(target, 'utf8');
  if (!original.includes(find)) return `${guard}: no such guard any more in ${file}`;
  const before = await asItIs(copy, test);
  const own = before.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName, status }) => status !== 'pending' && new RegExp(name).test(fullName));
  if (own.length === 0 || before.numRuntimeErrorTestSuites > 0 || own.some(({ status }) => status !== 'passed')) {
    return `${guard}: its test is not green as it is: ${wrongIn(before)}`;
  }
  writeFileSync(
    target,
    original.replaceAll(find, () => put),
  );
  const after = await run(copy, test, [name]);
  writeFileSync(target, original);
  if (after.numRuntimeErrorTestSuites > 0) return `${guard}: without it the test cannot even run`;
  return after.numFailedTests > 0 ? null : `${guard}: nobody noticed`;
}

it(`every one of ${tried.length} guards is missed when it is gone`, async () => {
  const left = [...tried];
  const survivors: string[] = [];
  const lane = async (): Promise<void> => {
    const copy = copyOf();
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const fault = await without(copy, mutant);
      if (fault) survivors.push(fault);
    }
    rmSync(copy, { recursive: true, force: true });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(survivors).toEqual([]);
  proved('guards missed when taken away', tried.length);
}, 1_200_000);
