/**
 * `npm test`: lint, types, every jest project, the compiled weapp, the browser.
 *
 * What could not run on this machine is named at the end; with CI=true it is a failure.
 */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { launchChromium } from './lib/chromium';
import { runNode, script, type Ran } from './lib/run';
import { root } from './lib/stale';
import { messageOf } from './lib/errors';

interface Step {
  name: string;
  args: string[];
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    /** The file, from the root of the disk. */
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** So many test files are named at the end, the slowest first. */
const SLOWEST = 15;
/** Processes at once where each has a core to itself, and where each waits for pages and clocks as well. */
const CORES = '--maxWorkers=2';
const BROWSERS = '--maxWorkers=2';

const reports = mkdtempSync(path.join(tmpdir(), 'yugong-test-'));
const failed: string[] = [];
const notRun: string[] = [];
/** Tests that need a right this machine doesn't give, such as mounting a file system; others stand in for them. */
const skipped: string[] = [];
const counts = { passed: 0, failed: 0 };
const began = Date.now();
/** Where the time went: steps, and test files of all steps, in seconds. */
const times: Record<'steps' | 'files', [name: string, seconds: number][]> = { steps: [], files: [] };
/** What the proofs really tried, a line each (tests/proofs/support/effort.ts). */
const proofReport = path.join(reports, 'proofs.jsonl');

const jest = (name: string, projects: string[], ...flags: string[]): Step => ({
  name,
  args: [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${path.join(reports, `${projects[0]}.json`)}`,
    ...flags,
  ],
});

/** Runs steps one after another; the rest of the lane is left out once one fails that they build on. */
async function lane(steps: Step[], { stopAtFailure = false } = {}): Promise<void> {
  for (const step of steps) {
    const ran = await runNode(step.args, { env: { FORCE_COLOR: '0', PROOF_REPORT: proofReport } });
    tell(step, ran);
    if (ran.code !== 0 && stopAtFailure) return;
  }
}

function tell({ name, args }: Step, { code, output, seconds }: Ran): void {
  console.log(`${code === 0 ? '✓' : '✗'} ${name}（${seconds.toFixed(0)} 秒）`);
  times.steps.push([name, seconds]);
  if (code !== 0) {
    failed.push(name);
    // jest's --json goes to standard output as well; what a person reads is before it.
    console.log(output.replace(/^\{"num.*$/m, ''));
  }
  const report = args.find((arg) => arg.startsWith('--outputFile='))?.split('=')[1];
  if (!report || !existsSync(report)) return;
  const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests;
  for (const file of result.testResults) {
    times.files.push([path.relative(root, file.name), (file.endTime - file.startTime) / 1000]);
  }
  const all = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const one of all) if (one.status === 'pending') skipped.push(one.fullName);
}

function tellProofs(): void {
  if (!existsSync(proofReport)) return;
  const lines = readFileSync(proofReport, 'utf8').trim().split('\n');
  const tried = lines.map((line) => readJson(v.object({ what: v.string(), count: v.number() }), line));
  for (const { what, count } of tried) console.log(`  ${what}: ${count.toLocaleString('en')}`);
  if (!process.env.CI) console.log('  （短跑；CI=true 时全量）');
}

/** Where the time went, so that what became slow is seen. */
function tellTimes(): void {
  const minutes = (Date.now() - began) / 60_000;
  console.log(`一共 ${minutes.toFixed(1)} 分钟：`);
  for (const [name, seconds] of times.steps) console.log(`  ${seconds.toFixed(0).padStart(5)} 秒  ${name}`);
  console.log('最慢的测试文件：');
  for (const [file, seconds] of times.files.sort((a, b) => b[1] - a[1]).slice(0, SLOWEST)) {
    console.log(`  ${seconds.toFixed(0).padStart(5)} 秒  ${file}`);
  }
}

/** Null when a browser starts here, else why not. */
async function browserMissing(): Promise<string | null> {
  try {
    await (await launchChromium()).close();
    return null;
  } catch (error) {
    return defined(messageOf(error).split('\n')[0]);
  }
}

async function main(): Promise<number> {
  await lane([{ name: '生成内容、图标和样式变量', args: script('scripts/generate.ts') }]);
  if (failed.length > 0) return 1;
  await Promise.all([
    lane([
      { name: '代码规范', args: script('scripts/lint.ts') },
      { name: '类型', args: script('scripts/typecheck.ts') },
    ]),
    lane(
      [
        { name: '构建后台服务', args: script('scripts/build-service.ts', '--if-stale') },
        { name: '构建小程序', args: script('scripts/build.ts', 'weapp', '--if-stale') },
        { name: '构建网页版', args: script('scripts/build.ts', 'h5', '--if-stale') },
        { name: '构建管理台', args: script('scripts/build-staff.ts', '--if-stale') },
      ],
      { stopAtFailure: true },
    ),
  ]);
  await lane([
    jest(
      '规则、内容、脚本、服务、界面',
      ['domain', 'content', 'scripts', 'service', 'ui', 'features', 'console'],
      CORES,
    ),
    // Servers, databases and those that ask them.
    jest('服务的证明', ['proofs'], CORES),
  ]);
  const missing = await browserMissing();
  if (missing) notRun.push(`浏览器里的测试：${missing}`);
  // Files of all three side by side: each waits much of its time, for a page, a clock or a database.
  const inBrowser = missing ? ['weapp'] : ['weapp', 'browser', 'staff'];
  await lane([jest(missing ? '编译出的小程序' : '编译出的小程序、浏览器、管理台', inBrowser, BROWSERS)]);

  tellProofs();
  tellTimes();
  for (const name of skipped) console.log(`这台机器上做不了：${name}`);
  for (const name of notRun) console.log(`没能运行：${name}`);
  for (const name of failed) console.log(`没有通过：${name}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return failed.length > 0 || (process.env.CI && notRun.length > 0) ? 1 : 0;
}

void main().then((code) => {
  process.exitCode = code;
});
