/** Is a build as new as what it is built from? Decided by content, since a fresh clone has no useful times. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** Where a union writes who runs the app (docs/deploy.md); it needn't be there. `YUGONG_OPERATOR` names another file. */
export const operatorFile = path.resolve(root, process.env.YUGONG_OPERATOR || 'operator.json');

export type BuildTarget = 'weapp' | 'h5' | 'staff' | 'service' | 'generated';

/** What a build of the app depends on. */
const APP = [
  'src',
  'packages',
  'config',
  'scripts/generate',
  'scripts/generate.ts',
  'scripts/build.ts',
  'scripts/h5',
  'package-lock.json',
  'babel.config.js',
  'tsconfig.json',
  'project.config.json',
  operatorFile,
];

/** The console, and the volunteers' page that is built with it, share the rules, the words and the tokens, and nothing else of the app; the handbook is one of its pages. */
const CONSOLE = [
  'staff/src',
  'staff/on-site',
  'staff/build',
  'staff/public',
  'staff/index.html',
  'staff/vite.config.ts',
  'staff/package.json',
  'scripts/build-staff.ts',
  'scripts/h5/extras.ts',
  'docs/staff.zh.md',
  'docs/screenshots',
  'packages/domain',
  'packages/tokens',
  'package-lock.json',
];

/** The service is built of its own source and of what it shares; the dataset it reads as it is. */
const SERVICE = ['server/src', 'scripts/build-service.ts', 'packages/domain', 'packages/content', 'package-lock.json'];

/** What `npm run generate` reads. */
const GENERATED = [
  'packages',
  'src/ui/tokens',
  'src/ui/icon/names.ts',
  'src/ui/art/drawings.ts',
  'scripts/generate',
  'scripts/generate.ts',
  'scripts/content',
  'package-lock.json',
  operatorFile,
];

const inputsOf: Record<BuildTarget, string[]> = {
  weapp: APP,
  h5: APP,
  staff: CONSOLE,
  service: SERVICE,
  generated: GENERATED,
};

/** What is there once it is built. */
const outputOf = (target: BuildTarget): string =>
  target === 'generated' ? 'packages/content/generated' : `dist/${target}`;

/** A hash over the inputs' names and contents; generated files don't count. */
export function inputHash(target: BuildTarget = 'h5'): string {
  const hash = createHash('sha256');
  const add = (name: string): void => {
    const file = path.resolve(root, name);
    if (!existsSync(file) || name.includes('/generated') || name === 'src/theme.json') return;
    try {
      for (const entry of readdirSync(file).sort()) add(path.join(name, entry));
    } catch {
      hash.update(name).update(readFileSync(file));
    }
  };
  for (const input of inputsOf[target]) add(input);
  return hash.digest('hex');
}

const stampOf = (target: BuildTarget): string => path.join(root, 'dist', '.stamps', target);

/** True when a target, such as `dist/h5`, was built from exactly what is there now. */
export function isFresh(target: BuildTarget): boolean {
  const stamp = stampOf(target);
  return (
    existsSync(stamp) &&
    existsSync(path.join(root, outputOf(target))) &&
    readFileSync(stamp, 'utf8') === inputHash(target)
  );
}

/** Notes that a target is built from what is there now. */
export function markFresh(target: BuildTarget): void {
  mkdirSync(path.dirname(stampOf(target)), { recursive: true });
  writeFileSync(stampOf(target), inputHash(target));
}

/** Notes that a target is built from something else than what is there. */
export const markStale = (target: BuildTarget): void => rmSync(stampOf(target), { force: true });
