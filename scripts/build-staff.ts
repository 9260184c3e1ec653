/**
 * `npm run build:staff`: builds the console into `dist/staff` and the volunteers' page into `dist/on-site` with Vite, and says
 * how large a route is.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compress } from './h5/extras';
import { runNode } from './lib/run';
import { isFresh, markFresh, root } from './lib/stale';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(5)} KB`;

/** The bundles by size, so that a route that grew is seen. */
function report(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /\.(js|css|wasm)$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }))
    .sort((a, b) => b.bytes.length - a.bytes.length);
  for (const { name, bytes } of files.filter((file) => file.bytes.length > 8 * 1024))
    console.log(`  ${kilobytes(bytes.length)}  压缩后 ${kilobytes(gzipSync(bytes).length)}  ${name}`);
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(`  ${kilobytes(total)}  一共 ${files.length} 个文件`);
}

async function build(): Promise<number> {
  const vite = path.join(
    path.dirname(require.resolve('vite/package.json', { paths: [path.join(root, 'staff')] })),
    'bin/vite.js',
  );
  for (const [source, built] of [
    ['staff', 'dist/staff'],
    ['staff/on-site', 'dist/on-site'],
  ] as const) {
    // The runner compiles workspace packages that the config imports, such as @yugong/tokens.
    const { code } = await runNode([vite, 'build', source, '--configLoader', 'runner', '--logLevel', 'warn'], {
      show: true,
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) return code;
    compress(path.join(root, built));
    console.log(`  ${built}`);
    report(path.join(root, built, 'assets'));
  }
  markFresh('staff');
  return 0;
}

if (process.argv.includes('--if-stale') && isFresh('staff')) {
  console.log('dist/staff 是最新的，不用重建');
} else {
  void build().then((code) => {
    process.exitCode = code;
  });
}
