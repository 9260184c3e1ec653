/** bench/results.json: a key a benchmark, each run replacing its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/stale';

const file = path.join(root, 'bench/results.json');

/** Puts results beside those of the other benchmarks, and prints them. */
export function keepResults(results: Record<string, unknown>): void {
  const before: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...(typeof before === 'object' ? before : {}), ...results }, null, 2)}\n`);
  console.log(JSON.stringify(results, null, 2));
}
