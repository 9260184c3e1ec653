/**
 * `npm run verify:weapp`: runs and judges the compiled mini-program, and writes dist/weapp-report.json.
 *
 * `--dist DIR` judges another build and writes no report; `--only packages,logic` runs some levels;
 * `--json` prints the report instead of the table. Exit 1 on any finding, 2 on a wrong call.
 */
import { isOneOf } from '@yugong/domain/narrow';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runNode, script } from './lib/run';
import { isFresh, root } from './lib/stale';
import { LEVELS, verify } from './weapp/levels';
import { printable } from './weapp/report';

const { values } = parseArgs({
  options: { dist: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean', default: false } },
});

async function main(): Promise<number> {
  const asked: readonly string[] = values.only?.split(',') ?? LEVELS;
  const levels = asked.filter((level) => isOneOf(LEVELS, level));
  const unknown = asked.filter((level) => !isOneOf(LEVELS, level));
  if (unknown.length > 0) {
    console.error(`没有这一级：${unknown.join('、')}。可选：${LEVELS.join('、')}`);
    return 2;
  }
  if (values.dist === undefined && !isFresh('weapp')) {
    const built = await runNode(script('scripts/build.ts', 'weapp'), { show: true });
    if (built.code !== 0) return built.code;
  }
  const started = Date.now();
  const report = await verify(path.resolve(values.dist ?? path.join(root, 'dist/weapp')), { levels });
  const complete = values.dist === undefined && values.only === undefined;
  if (complete) writeFileSync(path.join(root, 'dist/weapp-report.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (values.json) console.log(JSON.stringify(report));
  else {
    console.log(printable(report));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(
      report.findings.length === 0 ? `\n全部通过，${seconds} 秒` : `\n${report.findings.length} 处问题，${seconds} 秒`,
    );
  }
  return report.findings.length === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
