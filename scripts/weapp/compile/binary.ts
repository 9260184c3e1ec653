/** WeChat's own compilers, as miniprogram-compiler ships them. They come without the executable bit. */
import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };
const FOLDER = FOLDERS[process.platform] ?? 'linux';

export interface CompilerOutput {
  ok: boolean;
  output: string;
  errors: string;
}

/** Runs `wcc` or `wcsc` in the build's folder. */
export function runCompiler(name: 'wcc' | 'wcsc', args: string[], cwd: string): CompilerOutput {
  const { status, stdout, stderr, error } = spawnSync(executable(name), args, {
    cwd,
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (error) throw error;
  return { ok: status === 0, output: stdout, errors: stderr };
}

function executable(name: string): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const shipped = path.join(
    path.dirname(require.resolve('miniprogram-compiler/package.json')),
    'bin',
    FOLDER,
    name + suffix,
  );
  try {
    accessSync(shipped, constants.X_OK);
    return shipped;
  } catch {
    try {
      chmodSync(shipped, 0o755);
      return shipped;
    } catch {
      // A node_modules that can't be written to.
      const copy = path.join(mkdtempSync(path.join(tmpdir(), 'yugong-')), name + suffix);
      copyFileSync(shipped, copy);
      chmodSync(copy, 0o755);
      return copy;
    }
  }
}
