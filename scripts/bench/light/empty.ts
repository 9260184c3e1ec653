/** What Taro itself costs: the empty app of `scripts/bench/empty-app`, built for both platforms by Taro's own defaults. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compress } from '../../h5/extras';
import { runNode } from '../../lib/run';
import { root } from '../../lib/stale';

const SOURCE = path.join(root, 'scripts/bench/empty-app');
const TARO = path.join(root, 'node_modules/@tarojs/cli/bin/taro');

/** As wide as the app, with the same compiler and addresses; everything else is left to Taro. */
const CONFIG = `module.exports = {
  projectName: 'empty', designWidth: 375, deviceRatio: { 375: 2 }, sourceRoot: 'src', outputRoot: 'dist', framework: 'react',
  h5: { router: { mode: 'browser' } },
  compiler: { type: 'webpack5', prebundle: { enable: false } }, cache: { enable: false }, logger: { quiet: true },
};\n`;
const BABEL = `module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]] };\n`;

/** A folder below the repository, so that what stands in it finds the same Taro. */
export function folderFor(name: string): string {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  return mkdtempSync(path.join(root, `dist/${name}-`));
}

/**
 * Builds it in a project of its own, by Taro's own defaults.
 *
 * @param project an empty folder
 * @returns where the built app is
 */
export async function buildEmpty(platform: 'weapp' | 'h5', project: string): Promise<string> {
  cpSync(SOURCE, path.join(project, 'src'), { recursive: true });
  cpSync(path.join(root, 'src/index.html'), path.join(project, 'src/index.html'));
  mkdirSync(path.join(project, 'config'));
  writeFileSync(path.join(project, 'config/index.js'), CONFIG);
  writeFileSync(path.join(project, 'babel.config.js'), BABEL);
  const about = { name: 'empty', version: '0.0.0', private: true };
  writeFileSync(path.join(project, 'package.json'), JSON.stringify(about));
  const env = { NODE_ENV: 'production' };
  const { code, output } = await runNode([TARO, 'build', '--type', platform], { env, cwd: project });
  if (code !== 0) throw new Error(output.slice(-2000));
  const folder = path.join(project, 'dist');
  // Served as this app is; a document with nothing in it is how Taro makes it.
  if (platform === 'h5') compress(folder);
  return folder;
}
