/** Is a build as new as what it is built from? Decided by content, since a fresh clone has no useful times. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** What a build of the app depends on. */
const INPUTS = [
  'src',
  'config',
  'scripts/generate',
  'scripts/generate.ts',
  'scripts/build.ts',
  'scripts/h5',
  'package-lock.json',
  'babel.config.js',
  'tsconfig.json',
  'project.config.json',
];

/** A hash over the inputs' names and contents; generated files don't count. */
export function inputHash(): string {
  const hash = createHash('sha256');
  const add = (name: string): void => {
    const file = path.join(root, name);
    if (!existsSync(file) || name.includes('/generated') || name === 'src/theme.json') return;
    try {
      for (const entry of readdirSync(file).sort()) add(path.join(name, entry));
    } catch {
      hash.update(name).update(readFileSync(file));
    }
  };
  for (const input of INPUTS) add(input);
  return hash.digest('hex');
}

const stampOf = (platform: string): string => path.join(root, 'dist', '.stamps', platform);

/** True when `dist/<platform>` was built from exactly what is there now. */
export function isFresh(platform: 'weapp' | 'h5'): boolean {
  const stamp = stampOf(platform);
  return (
    existsSync(stamp) && existsSync(path.join(root, 'dist', platform)) && readFileSync(stamp, 'utf8') === inputHash()
  );
}

/** Notes that `dist/<platform>` is built from what is there now. */
export function markFresh(platform: 'weapp' | 'h5'): void {
  mkdirSync(path.dirname(stampOf(platform)), { recursive: true });
  writeFileSync(stampOf(platform), inputHash());
}
