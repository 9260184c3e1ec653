/**
 * What the mini-program's main package weighs beside an empty Taro app that Taro builds by its own defaults in the same
 * run: `npx tsx scripts/bench/main-package.ts`; writes the key `mainPackage` of bench/results.json.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { BUDGETS } from '../weapp/baseline';
import { packageSizes, readBuild } from '../weapp/build';
import { keepResults } from './results';

/** As wide as the app, with the same compiler; everything else is left to Taro. */
const CONFIG = `module.exports = {
  projectName: 'empty', designWidth: 375, deviceRatio: { 375: 2 }, sourceRoot: 'src', outputRoot: 'dist', framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } }, cache: { enable: false }, logger: { quiet: true },
};\n`;
const BABEL = `module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]] };\n`;

/** Builds the empty app in a project of its own, below the repository so that it finds the same Taro. @returns its bytes */
async function emptyBytes(): Promise<number> {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const project = mkdtempSync(path.join(root, 'dist/empty-weapp-'));
  try {
    cpSync(path.join(__dirname, 'empty-app'), path.join(project, 'src'), { recursive: true });
    mkdirSync(path.join(project, 'config'));
    writeFileSync(path.join(project, 'config/index.js'), CONFIG);
    writeFileSync(path.join(project, 'babel.config.js'), BABEL);
    writeFileSync(
      path.join(project, 'package.json'),
      JSON.stringify({ name: 'empty', version: '0.0.0', private: true }),
    );
    const taro = [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'];
    const { code, output } = await runNode(taro, { env: { NODE_ENV: 'production' }, cwd: project });
    if (code !== 0) throw new Error(output.slice(-2000));
    return mainOf(path.join(project, 'dist'));
  } finally {
    rmSync(project, { recursive: true });
  }
}

const mainOf = (folder: string): number => packageSizes(readBuild(folder))['main'] ?? NaN;

async function main(): Promise<void> {
  const built = await runNode(script('scripts/build.ts', 'weapp', '--if-stale'), { show: true });
  if (built.code !== 0) throw new Error('dist/weapp could not be built');
  const empty = await emptyBytes();
  const ours = mainOf(path.join(root, 'dist/weapp'));
  const ratio = Math.round((ours / empty) * 100) / 100;
  keepResults({ mainPackage: { emptyBytes: empty, bytes: ours, ratio, budgetBytes: Math.floor(BUDGETS.main) } });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
