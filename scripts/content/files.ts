/** Reads and writes the collection files, and finds the line of a fault in them. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Fault, UncheckedDataset } from '@yugong/content/check';
import { collections, type CollectionName } from '@yugong/content/schema';

const names = Object.keys(collections) as CollectionName[];

export const collectionsFolder = path.resolve(__dirname, '../../packages/content/collections');

/** The file of a collection, below `folder`. */
export const fileOf = (collection: CollectionName, folder = collectionsFolder): string =>
  path.join(folder, `${collection}.json`);

/** A fault as a person looks for it: in which file, at which line. */
export interface LocatedFault extends Fault {
  file: string;
  /** 1-based; 1 where the file as a whole is at fault. */
  line: number;
}

/** Reads every collection; a file that is not JSON becomes a fault, not an exception. */
export function readDataset(folder = collectionsFolder): { files: UncheckedDataset; faults: LocatedFault[] } {
  const faults: LocatedFault[] = [];
  const files = {} as UncheckedDataset;
  for (const collection of names) {
    const text = readFileSync(fileOf(collection, folder), 'utf8');
    const errors: ParseError[] = [];
    files[collection] = parse(text, errors, { disallowComments: true });
    for (const error of errors) {
      faults.push({
        collection,
        index: -1,
        id: null,
        path: [],
        message: `这里不是合法的 JSON（${printParseErrorCode(error.error)}）`,
        file: relative(fileOf(collection, folder)),
        line: lineAt(text, error.offset),
      });
    }
  }
  return { files, faults };
}

/** Adds file and line to faults found by `checkDataset`. */
export function locate(faults: Fault[], folder = collectionsFolder): LocatedFault[] {
  const trees = new Map<CollectionName, { text: string; tree: Node | undefined }>();
  return faults.map((fault) => {
    const file = fileOf(fault.collection, folder);
    let parsed = trees.get(fault.collection);
    if (!parsed) {
      const text = readFileSync(file, 'utf8');
      parsed = { text, tree: parseTree(text) };
      trees.set(fault.collection, parsed);
    }
    return { ...fault, file: relative(file), line: lineAt(parsed.text, offsetOf(parsed.tree, fault)) };
  });
}

/** The offset of the nearest enclosing value that exists: a missing field points at its record. */
function offsetOf(tree: Node | undefined, fault: Fault): number {
  const wanted = fault.index < 0 ? [] : [fault.index, ...fault.path];
  for (let depth = wanted.length; tree && depth >= 0; depth--) {
    const node = findNodeAtLocation(tree, wanted.slice(0, depth));
    if (node) return node.offset;
  }
  return 0;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
const relative = (file: string): string => path.relative(process.cwd(), file) || file;

/** Replaces a collection's file as a whole: a reader sees the old one or the new one, never half. */
export function writeCollection(collection: CollectionName, records: unknown[], folder = collectionsFolder): void {
  writeCollections({ [collection]: records }, folder);
}

/**
 * Replaces several collections' files: all of them, or none.
 *
 * Everything is on the disk under temporary names before the first file is replaced; where replacing
 * one fails, those already replaced get their old content back. Files are replaced in the order given,
 * so name a collection before those that link to it.
 */
export function writeCollections(
  changed: Partial<Record<CollectionName, unknown[]>>,
  folder = collectionsFolder,
): void {
  const drafts = Object.entries(changed).map(([collection, records]) => {
    const file = fileOf(collection as CollectionName, folder);
    return { file, draft: `${file}.${process.pid}.tmp`, text: `${JSON.stringify(records, null, 2)}\n` };
  });
  const replaced: { file: string; before: Buffer }[] = [];
  try {
    for (const { draft, text } of drafts) writeFileSync(draft, text, { flush: true });
    for (const { file, draft } of drafts) {
      const before = readFileSync(file);
      renameSync(draft, file);
      replaced.push({ file, before });
    }
  } catch (error) {
    for (const { file, before } of replaced) writeFileSync(file, before);
    throw error;
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}
