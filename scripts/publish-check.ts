/**
 * `npm run publish:check`: judges the compiled mini-program as its reviewers will, and writes what a union fills in and hands
 * in to dist/publish. Exit 1 with the list of what is missing; the papers are written all the same once there is an operator.
 */
import path from 'node:path';
import { version } from '../package.json';
import { OperatorFaults, readOperatorFile } from './generate/operator';
import { allRoutes, serveH5 } from '../tests/browser/support';
import { launchChromium } from './lib/chromium';
import { runNode, script } from './lib/run';
import { isFresh, operatorFile, root } from './lib/stale';
import { accessibilityFaults, measureRoutes, type MeasuredRow } from './publish/accessibility';
import { sayPublishFaults, writePapers } from './publish/papers';
import { publishFaults } from './publish/rules';
import { readBuild } from './weapp/build';

/** Every page in a browser; null where the web app couldn't be built. */
async function measured(): Promise<{ rows: MeasuredRow[]; browser: string } | null> {
  if (!isFresh('h5')) {
    // Without an address of its own it asks the service that serves it.
    const built = await runNode(script('scripts/build.ts', 'h5'), { show: true, env: { YUGONG_SERVICE_ORIGIN: '' } });
    if (built.code !== 0) return null;
  }
  const [site, browser] = await Promise.all([serveH5(), launchChromium()]);
  try {
    const progress = (done: number, of: number): void => {
      if (done % 20 === 0 || done === of) console.log(`无障碍检测：${done} / ${of} 页`);
    };
    const rows = await measureRoutes(browser, { origin: site.origin, routes: allRoutes }, progress);
    return { rows, browser: ` Chromium ${browser.version()} ` };
  } finally {
    await browser.close();
    await site.close();
  }
}

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
    const accessibility = await measured();
    if (accessibility === null) return 1;
    faults.push(...accessibilityFaults(accessibility.rows));
    const folder = path.join(root, 'dist/publish');
    const given = { root, build, operator, origin: origin ?? '【请填写】', version, accessibility };
    const files = await writePapers(folder, given);
    console.log(`已写入 dist/publish：${files.join('、')}`);
  }
  if (faults.length > 0) console.error(`${sayPublishFaults(faults)}\n\n还有 ${faults.length} 处，改好再发布`);
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
