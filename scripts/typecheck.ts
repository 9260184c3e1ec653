/**
 * `npm run typecheck`: types of every project of config/typescript, each built on what it imports.
 *
 * TypeScript's native compiler does it (ADR 31), and what hasn't changed since the last run isn't checked again. Generated
 * modules are made first where they are missing or stale, so that it works in a fresh clone.
 */
import { runNode, script } from './lib/run';

async function typecheck(): Promise<number> {
  const generated = await runNode(script('scripts/generate.ts', '--if-stale'), { show: true });
  if (generated.code !== 0) return generated.code;
  return (await runNode(['node_modules/typescript-native/bin/tsc', '--build', 'config/typescript'], { show: true }))
    .code;
}

void typecheck().then((code) => {
  process.exitCode = code;
});
