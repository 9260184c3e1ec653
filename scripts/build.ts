/** `npm run build:weapp|build:h5`: derives the content, then builds with Taro into `dist/<platform>`. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { array, parse, record, string } from 'valibot';
import { PAGE_FILES } from '../config/page-files';
import { lacksService } from '../config/service-origin';
import { compress, writeManifest, writeServiceWorker } from './h5/extras';
import { writePages } from './h5/pages';
import { runNode, script } from './lib/run';
import { isFresh, markFresh, root } from './lib/stale';

/**
 * Makes of Taro's output what browsers are served: a page a route, manifest, service worker, compressed copies.
 *
 * @param folder the built app, with Taro's index.html and the list of what each route needs
 */
function finishH5(folder: string): void {
  const list = path.join(folder, PAGE_FILES);
  const files = parse(record(string(), array(string())), JSON.parse(readFileSync(list, 'utf8')));
  rmSync(list);
  writePages(folder, files);
  writeManifest(folder);
  compress(folder);
  writeServiceWorker(folder, files);
}

const [platform, ...flags] = process.argv.slice(2);
const watch = flags.includes('--watch');

/** Builds one platform. @returns the exit code of the first step that failed, or 0. */
async function build(target: 'weapp' | 'h5'): Promise<number> {
  const generated = await runNode(script('scripts/generate.ts', '--if-stale'), { show: true });
  if (generated.code !== 0) return generated.code;
  if (!watch) rmSync(path.join(root, 'dist', target), { recursive: true, force: true });
  const taro = ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', target, ...(watch ? ['--watch'] : [])];
  const built = await runNode(taro, { show: true, env: { NODE_ENV: watch ? 'development' : 'production' } });
  if (built.code === 0 && !watch && target === 'h5') finishH5(path.join(root, 'dist/h5'));
  if (built.code === 0 && !watch) markFresh(target);
  if (built.code === 0 && !watch && lacksService({ ...process.env, TARO_ENV: target })) {
    console.warn(
      '没有写服务地址（YUGONG_SERVICE_ORIGIN 或 YUGONG_SERVICE_CLOUD）：这个小程序会说“还没有配置服务”，' +
        '能看内容，不能报名、反馈和求助，也不能发布。见 docs/deploy.zh.md',
    );
  }
  return built.code;
}

if (platform !== 'weapp' && platform !== 'h5') {
  console.error('用法：npm run build:weapp 或 npm run build:h5；--watch 边改边建，--if-stale 只在过期时建');
  process.exitCode = 2;
} else if (flags.includes('--if-stale') && isFresh(platform)) {
  console.log(`dist/${platform} 是最新的，不用重建`);
} else {
  void build(platform).then((code) => {
    process.exitCode = code;
  });
}
