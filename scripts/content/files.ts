/** Reads and writes the collection files, and finds the line of a fault in them. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  findNodeAtLocation,
  parse,
  parseTree,
  printParseErrorCode,
  visit,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Fault, UncheckedDataset } from '@yugong/content/check';
import { decodeText } from '@yugong/content/lists/decode';
import { collectionNames, collections, isCollectionName, type CollectionName } from '@yugong/content/schema';
import { codeOf } from '../lib/errors';

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

/**
 * Reads every collection. A file that is not there, is no UTF-8, is no JSON or has a key twice becomes a fault at its
 * line, not an exception.
 */
export function readDataset(folder = collectionsFolder): { files: UncheckedDataset; faults: LocatedFault[] } {
  const files = noFiles();
  if (!existsSync(folder)) {
    const [first = 'cases'] = collectionNames;
    const message = '没有这个文件夹；应为放着资料（每类一个 .json 文件）的文件夹';
    return { files, faults: [{ ...inFile(first, folder), file: relative(folder), message }] };
  }
  const faults: LocatedFault[] = [];
  for (const collection of collectionNames) {
    const read = readCollection(collection, folder);
    if (typeof read === 'string') {
      const errors: ParseError[] = [];
      files[collection] = parse(read, errors, { disallowComments: true });
      for (const { error, offset } of errors) {
        const code = printParseErrorCode(error);
        const message = `这里不是合法的 JSON：${JSON_FAULTS[code] ?? '有写错的符号'}（${code}）`;
        faults.push({ ...inFile(collection, folder), message, line: lineAt(read, offset) });
      }
      if (errors.length === 0) faults.push(...doubledKeys(collection, read, folder));
    } else faults.push(read);
  }
  return { files, faults };
}

function noFiles(): UncheckedDataset {
  // Every collection by its name; what is there is replaced at once.
  const files: UncheckedDataset = { ...collections };
  for (const name of collectionNames) files[name] = [];
  return files;
}

const inFile = (collection: CollectionName, folder: string): Omit<LocatedFault, 'message'> => ({
  collection,
  index: -1,
  id: null,
  path: [],
  file: relative(fileOf(collection, folder)),
  line: 1,
});

/** What the parser finds wrong, in a clerk's words. */
const JSON_FAULTS: { [code: string]: string | undefined } = {
  ValueExpected: '应有内容，这里没有',
  PropertyNameExpected: '应有一项的名字，这里没有',
  ColonExpected: '名字后面少了冒号',
  CommaExpected: '两项之间少了逗号',
  CloseBraceExpected: '少了一个 }',
  CloseBracketExpected: '少了一个 ]',
  EndOfFileExpected: '后面多出了内容',
  UnexpectedEndOfString: '引号没有成对',
  InvalidSymbol: '有不认识的字，文字要放在引号里',
  InvalidCharacter: '有不能出现的字符',
  InvalidCommentToken: 'JSON 里不能写注释',
  PropertyValueExpected: '名字后面没有内容',
};

/** A collection's text, or why there is none. */
function readCollection(collection: CollectionName, folder: string): string | LocatedFault {
  let bytes: Buffer;
  try {
    bytes = readFileSync(fileOf(collection, folder));
  } catch (error) {
    const code = codeOf(error);
    const why = code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '这是文件夹，不是文件' : `读不出来（${code}）`;
    return { ...inFile(collection, folder), message: `${why}；应为这一类内容的 JSON 文件，没有内容也要有一个 []` };
  }
  const decoded = decodeText(bytes);
  if (decoded.ok && decoded.encoding === 'UTF-8') return decoded.text.replace(/^\ufeff/, '');
  const line = decoded.ok ? firstForeignLine(bytes) : decoded.line;
  const what = decoded.ok ? `这一行起不是 UTF-8 的文字（文件像是 ${decoded.encoding}）` : decoded.message;
  return { ...inFile(collection, folder), line, message: `${what}；应为 UTF-8 的 JSON，用编辑器另存为 UTF-8` };
}

/** The line of the first byte that is no UTF-8. */
function firstForeignLine(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  const at = text.indexOf('\ufffd');
  return lineAt(text, at < 0 ? 0 : at);
}

/** JSON takes the last of two equal keys and says nothing of the first. */
function doubledKeys(collection: CollectionName, text: string, folder: string): LocatedFault[] {
  const faults: LocatedFault[] = [];
  const objects: Map<string, number>[] = [];
  visit(text, {
    onObjectBegin: () => void objects.push(new Map()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (key, offset) => {
      const keys = objects.at(-1);
      const before = keys?.get(key);
      const line = lineAt(text, offset);
      if (before === undefined) keys?.set(key, line);
      else {
        const message = `「${key}」写了两次（前一次在第 ${before} 行），只有后一次算数；应为每项只写一次`;
        faults.push({ ...inFile(collection, folder), path: [key], line, message });
      }
    },
  });
  return faults;
}

/** Adds file and line to faults found by `checkDataset`. */
export function locateFault(faults: Fault[], folder = collectionsFolder): LocatedFault[] {
  const trees = new Map<CollectionName, { text: string; tree: Node | undefined }>();
  return faults.map((fault) => {
    const file = fileOf(fault.collection, folder);
    let parsed = trees.get(fault.collection);
    if (!parsed) {
      const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
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
  const given = Object.keys(changed).filter(isCollectionName);
  const drafts = given.map((collection) => {
    const file = fileOf(collection, folder);
    return { file, draft: `${file}.${process.pid}.tmp`, text: `${JSON.stringify(changed[collection], null, 2)}\n` };
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
