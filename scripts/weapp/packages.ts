/** What each package weighs, and whether a dataset is in more than one of them. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { AnyNode, ArrayExpression, Literal, ObjectExpression, Program } from 'acorn';
import { simple } from 'acorn-walk';
import { BUDGETS, LIMITS } from './baseline';
import { packageSizes, type WeappBuild } from './build';
import { finding, type Finding } from './finding';
import { jsFiles } from './js-files';

/** Checks sizes against their budgets and looks for copied datasets. */
export function checkPackages(build: WeappBuild): { sizes: Record<string, number>; findings: Finding[] } {
  const sizes = packageSizes(build);
  return { sizes, findings: [...overweight(build, sizes), ...copiedDatasets(build)] };
}

function overweight(build: WeappBuild, sizes: Record<string, number>): Finding[] {
  return Object.entries(sizes).flatMap(([name, bytes]) => {
    const budget = name === 'total' ? BUDGETS.total : name === 'main' ? BUDGETS.main : BUDGETS.package;
    if (bytes <= budget) return [];
    const largest = build.files
      .filter((file) => name === 'total' || build.packageOf(file) === name)
      .map((file) => ({ file, size: statSync(path.join(build.dir, file)).size }))
      .sort((a, b) => b.size - a.size)
      .slice(0, 3)
      .map(({ file, size }) => `${file} ${size}`);
    return [finding('package-size', name, `${bytes} 字节，预算 ${budget}；最大的：${largest.join('，')}`)];
  });
}

/** A literal without code in it is data; the same long one in two packages was bundled twice. */
function copiedDatasets(build: WeappBuild): Finding[] {
  const places = new Map<string, { file: string; package: string; bytes: number; start: string }[]>();
  for (const { file, text, program } of jsFiles(build)) {
    if (!program) continue;
    for (const { start, end } of outermostLiterals(program)) {
      const source = text.slice(start, end);
      const bytes = Buffer.byteLength(source);
      if (bytes < LIMITS.datasetBytes) continue;
      const hash = createHash('sha1').update(source).digest('hex');
      const known = places.get(hash) ?? [];
      places.set(hash, [...known, { file, package: build.packageOf(file), bytes, start: source.slice(0, 60) }]);
    }
  }
  return [...places.values()].flatMap((copies) => {
    const packages = [...new Set(copies.map((copy) => copy.package))];
    const [first] = copies;
    if (packages.length < 2 || !first) return [];
    return [
      finding(
        'dataset-twice',
        copies.map(({ file }) => file).join('、'),
        `同一份 ${first.bytes} 字节的数据在 ${packages.join('、')} 里各有一份：${first.start}…`,
      ),
    ];
  });
}

/** Arrays, objects and strings that consist of literals only, the largest of nested ones. */
function outermostLiterals(program: Program): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const consider = (node: ArrayExpression | ObjectExpression | Literal): void => {
    if (node.end - node.start >= LIMITS.datasetBytes / 3 && isData(node))
      found.push({ start: node.start, end: node.end });
  };
  simple(program, { ArrayExpression: consider, ObjectExpression: consider, Literal: consider });
  return found.filter(
    (inner) => !found.some((outer) => outer !== inner && outer.start <= inner.start && outer.end >= inner.end),
  );
}

function isData(node: AnyNode | null): boolean {
  if (!node) return true;
  switch (node.type) {
    case 'Literal':
      return true;
    case 'ArrayExpression':
      return node.elements.every(isData);
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && !property.computed && isData(property.value),
      );
    case 'UnaryExpression':
      return isData(node.argument);
    default:
      return false;
  }
}
