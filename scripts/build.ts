/** `npm run build:weapp|build:h5`: derives the content, then builds with Taro into `dist/<platform>`. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const [platform, ...flags] = process.argv.slice(2);
if (platform !== 'weapp' && platform !== 'h5') {
  console.error('用法：tsx scripts/build.ts weapp|h5 [--watch]');
  process.exit(2);
}

function run(command: string, args: string[]): void {
  const production = !flags.includes('--watch');
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: production ? 'production' : 'development' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run(process.execPath, ['--import', 'tsx', 'scripts/generate.ts']);
if (!flags.includes('--watch')) rmSync(path.join(root, 'dist', platform), { recursive: true, force: true });
run(process.execPath, ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', platform, ...flags]);
