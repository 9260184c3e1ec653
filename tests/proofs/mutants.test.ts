/**
 * Takes one guard away at a time, in a copy, and expects the test that is there for it to turn red: a guard whose
 * absence no test notices is a guard that nobody guards.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

interface Told {
  failed: number;
  passed: number;
  /** A file that couldn't even be run proves nothing. */
  broken: number;
  /** What went wrong first. */
  why: string;
}

interface Report {
  numFailedTests: number;
  numPassedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { message: string }[];
}

function copyOf(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'yugong-mutants-'));
  for (const name of ['server', 'src', 'tests', 'scripts', 'package.json', 'tsconfig.json', 'jest.config.js']) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: (file) => !file.includes('.out') });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Runs one narrow test in a copy. */
function run(copy: string, { test, name }: Pick<GuardMutant, 'test' | 'name'>): Promise<Told> {
  const report = path.join(copy, 'report.json');
  const flags = ['--forceExit', '--json', `--outputFile=${report}`, `--cacheDirectory=${path.join(copy, 'cache')}`];
  const args = ['node_modules/jest/bin/jest.js', '--runTestsByPath', test, '-t', name, '--runInBand', ...flags];
  return new Promise((resolve) => {
    rmSync(report, { force: true });
    // Not this run's numbers: the copy's tests are the short ones.
    const env = { ...process.env, CI: '', PROOF: '', PROOF_REPORT: '' };
    spawn(process.execPath, args, { cwd: copy, env, stdio: 'ignore', timeout: 120_000 }).on('close', () => {
      const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
      resolve({
        failed: told.numFailedTests,
        passed: told.numPassedTests,
        broken: told.numRuntimeErrorTestSuites,
        why: told.testResults.map(({ message }) => message.slice(0, 400)).join(''),
      });
    });
  });
}

async function without(copy: string, mutant: GuardMutant): Promise<string | null> {
  const file = path.join(copy, mutant.file);
  const original = readFileSync(file, 'utf8');
  if (!original.includes(mutant.find)) return `${mutant.guard}: no such guard any more in ${mutant.file}`;
  const whole = await run(copy, mutant);
  if (whole.passed === 0 || whole.failed + whole.broken > 0) {
    return `${mutant.guard}: its test is not green as it is: ${whole.why}`;
  }
  writeFileSync(
    file,
    original.replaceAll(mutant.find, () => mutant.put),
  );
  const { failed, broken } = await run(copy, mutant);
  writeFileSync(file, original);
  if (broken > 0) return `${mutant.guard}: without it the test cannot even run`;
  return failed > 0 ? null : `${mutant.guard}: nobody noticed`;
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
