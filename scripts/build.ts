/** `npm run build:weapp|build:h5`: derives the content, then builds with Taro into `dist/<platform>`. */
import { rmSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode, script } from './lib/run';
import { isFresh, markFresh, root } from './lib/stale';
import { createHash } from 'node:crypto';

/** @param folder the built app, with its index.html */
function writeServiceWorker(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.(js|css|png|svg|woff2)$/.test(file) && file !== '/sw.js')
    // Large and wanted by few: fetched when it is.
    .filter((file) => !/\/on-demand-/.test(file))
    .sort();
  const body = readFileSync(path.join(__dirname, 'h5/service-worker.js'), 'utf8');
  // The names change with the contents, but for index.html.
  const version = createHash('sha256')
    .update(files.join('\n') + body + readFileSync(path.join(folder, 'index.html'), 'utf8'))
    .digest('hex')
    .slice(0, 12);
  const head = `const VERSION = 'yugong-${version}';\nconst FILES = ${JSON.stringify(files)};\n`;
  writeFileSync(path.join(folder, 'sw.js'), head + body);
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
  if (built.code === 0 && !watch && target === 'h5') writeServiceWorker(path.join(root, 'dist/h5'));
  if (built.code === 0 && !watch) markFresh(target);
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
