/** Which tests a change needs first: those that reach a changed file over the fewest imports. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Resolve } from '../house/sources';

/** Files that each file imports, read without parsing them whole. */
export function importersOf(
  files: readonly string[],
  resolve: Resolve,
  read: (file: string) => string,
): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>();
  for (const file of files) {
    for (const { fileName } of ts.preProcessFile(read(file), true, true).importedFiles) {
      const target = resolve(fileName, file);
      if (target) importers.set(target, (importers.get(target) ?? new Set()).add(file));
    }
  }
  return importers;
}

/**
 * The tests that reach the changed files, the nearest first.
 * @param importers the files that import a file, by that file
 * @param isTest whether a file is a test that may be run now
 */
export function relatedTests(
  changed: readonly string[],
  importers: ReadonlyMap<string, ReadonlySet<string>>,
  isTest: (file: string) => boolean,
): string[] {
  const tests: string[] = [];
  const seen = new Set(changed);
  for (let ring = [...changed]; ring.length > 0;) {
    tests.push(...ring.filter(isTest).sort());
    ring = ring
      .flatMap((file) => [...(importers.get(file) ?? [])])
      .filter((file) => !seen.has(file) && Boolean(seen.add(file)));
  }
  return tests;
}

export const readFileIn =
  (root: string) =>
  (file: string): string =>
    readFileSync(path.join(root, file), 'utf8');
