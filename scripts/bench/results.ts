/** bench/results.json: a key a benchmark, each run replacing its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/stale';

const file = path.join(root, 'bench/results.json');

/** Puts results beside those of the other benchmarks, and prints them. */
export function keepResults(results: Record<string, unknown>): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...before, ...results }, null, 2)}\n`);
  console.log(JSON.stringify(results, null, 2));
}
