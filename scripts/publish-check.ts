/**
 * `npm run publish:check`: judges the compiled mini-program as its reviewers will, and writes what a union fills in and hands
 * in to dist/publish. Exit 1 with the list of what is missing; the papers are written all the same once there is an operator.
 */
import path from 'node:path';
import { version } from '../package.json';
import { OperatorFaults, readOperatorFile } from './generate/operator';
import { runNode, script } from './lib/run';
import { isFresh, operatorFile, root } from './lib/stale';
import { sayFaults, writePapers } from './publish/papers';
import { publishFaults } from './publish/rules';
import { readBuild } from './weapp/build';

async function main(): Promise<number> {
  const operator = readOperatorFile(operatorFile);
  const origin = process.env.YUGONG_SERVICE_ORIGIN || null;
  if (!isFresh('weapp')) {
    const built = await runNode(script('scripts/build.ts', 'weapp'), { show: true });
    if (built.code !== 0) return built.code;
  }
  const build = readBuild(path.join(root, 'dist/weapp'));
  const appId = process.env.YUGONG_WX_APPID || null;
  const faults = publishFaults(build, { operator, origin, appId });
  if (operator) {
    const folder = path.join(root, 'dist/publish');
    const files = await writePapers(folder, { root, build, operator, origin: origin ?? '【请填写】', version });
    console.log(`已写入 dist/publish：${files.join('、')}`);
  }
  if (faults.length > 0) console.error(`${sayFaults(faults)}\n\n还有 ${faults.length} 处，改好再发布`);
  else console.log('没有发现问题，可以提交审核');
  return faults.length > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof OperatorFaults)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  },
);
