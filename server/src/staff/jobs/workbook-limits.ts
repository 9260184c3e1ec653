/**
 * What an uploaded workbook may be, found out before the library that reads it makes a table of it: a file of 1.4 KB can
 * name one cell in the last column of the last row, and a table has a place for every cell before it.
 */
import { inflateRawSync } from 'node:zlib';

/** Larger than any union's list, and small enough to be read in seconds. */
export const workbookLimits = {
  /** All parts of the file unpacked, in bytes. */
  unpacked: 64 * 1024 * 1024,
  rows: 20_000,
  columns: 256,
  cells: 1_000_000,
};

type Limits = typeof workbookLimits;

/** ZIP's records (PKWARE APPNOTE 4.3): the end of the directory, an entry of it, and a part's own head. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const HEAD_LENGTH = 30;
const STORED = 0;

/**
 * Looks a workbook's parts over.
 *
 * @returns why it isn't read, for people; null where it may be
 */
export function workbookFault(bytes: Buffer, limits: Limits = workbookLimits): string | null {
  let unpacked = 0;
  try {
    for (const part of partsOf(bytes)) {
      const data = part.unpack(limits.unpacked - unpacked);
      unpacked += data.length;
      if (unpacked > limits.unpacked) return tooMuch;
      const fault = /^xl\/worksheets\/[^/]+\.xml$/i.test(part.name)
        ? sheetFault(data.toString('latin1'), limits)
        : null;
      if (fault) return fault;
    }
  } catch (error) {
    return isTooLarge(error) ? tooMuch : '这个文件打不开，不是 Excel 的 .xlsx，或者坏了';
  }
  return null;
}

/** What zlib throws where a part unpacks to more than it may. */
const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const tooMuch = '这个文件解压后太大，请只留要导入的那张表，另存后再试';

function* partsOf(bytes: Buffer): Generator<{ name: string; unpack(most: number): Buffer }> {
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('no directory');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no entry');
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const head = bytes.readUInt32LE(at + 42);
    const start = head + HEAD_LENGTH + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const data = bytes.subarray(start, start + size);
    yield {
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name),
      // What a file says of its own size is nothing to go by.
      unpack: (most) => (method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, most) })),
    };
    at += ENTRY_LENGTH + name + extra + comment;
  }
}

/** Rows and cells are counted where they say they are, and where they don't, as many as there are. */
function sheetFault(xml: string, { rows, columns, cells }: Limits): string | null {
  let [lastRow, lastColumn, rowCount] = [0, 0, 0];
  for (const [, kind, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)\b([^>]*)>/g)) {
    const at = /\br\s*=\s*["']([A-Z]*)(\d*)["']/.exec(attributes);
    if (kind === 'row') rowCount += 1;
    lastRow = Math.max(lastRow, rowCount, Number(at?.[2] ?? 0));
    if (at?.[1]) lastColumn = Math.max(lastColumn, columnOf(at[1]));
    if (lastRow > rows) return `表格有 ${lastRow} 行，最多 ${rows} 行；空着但有格式的行也算，请删掉`;
    if (lastColumn > columns) return `表格有 ${lastColumn} 列，最多 ${columns} 列；空着但有格式的列也算，请删掉`;
  }
  return lastRow * lastColumn > cells ? `表格有 ${lastRow * lastColumn} 格，最多 ${cells} 格` : null;
}

/** @example columnOf('AA') // 27 */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
