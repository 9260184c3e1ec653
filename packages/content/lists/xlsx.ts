/**
 * A workbook of Excel or WPS (Office Open XML, ECMA-376) as rows of cells. Node only; a phone never loads it.
 *
 * An own reader on fflate and saxes, because read-excel-file says nothing of merged cells and of errors such as #N/A,
 * sizes a sheet by the range that it declares, and can't be stopped while it reads. Here only cells with something in
 * them count, and reading stops at the first limit that they pass.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Cell, Sheet } from './sheet';

/** What a workbook may have at most. A union's lists have some thousand cells. */
export const limits = {
  /** Bytes of XML in one part, unpacked. */
  part: 96 * 1024 * 1024,
  /** Cells that have something in them, over all sheets; merged cells count as many as they fill. */
  cells: 1_000_000,
  /** Columns from the left that a cell may stand in. */
  columns: 256,
  sheets: 100,
} as const;

export type Workbook = { ok: true; sheets: Sheet[] } | { ok: false; message: string; expected: string };

/** Reading stopped for a reason that a clerk has to know. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string,
  ) {
    super(message);
  }
}

/**
 * Reads every sheet of a workbook.
 *
 * @param bytes a zip archive
 * @returns why it can't be read, as a sentence, where it can't
 * @example readWorkbook(bytes) // { ok: true, sheets: [{ name: '驿站', rows: [{ number: 1, cells: ['名称', …] }], … }] }
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  try {
    return { ok: true, sheets: sheetsOf(partsOf(bytes)) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message, expected: error.expected };
    // Whatever fflate and saxes throw means one thing to a clerk: the file is no whole workbook.
    return {
      ok: false,
      message: '这个文件打不开，不是 Excel 的 .xlsx，或者坏了',
      expected: '用 Excel 或 WPS 打开，另存为「Excel 工作簿 .xlsx」，再读那个文件',
    };
  }
}

/** The parts of the archive that matter, unpacked, by name. */
type Parts = Readonly<Record<string, Uint8Array>>;

const PARTS =
  /^(?:xl\/(?:workbook\.(?:xml|bin)|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)|mimetype|word\/document\.xml|ppt\/presentation\.xml)$/i;

function partsOf(bytes: Uint8Array): Parts {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PARTS.test(name)) return false;
      if (originalSize > limits.part) {
        throw new Unreadable(
          `表格太大，里面的内容有 ${Math.round(originalSize / 1024 / 1024)} MB`,
          `不超过 ${limits.part / 1024 / 1024} MB；分成几个文件`,
        );
      }
      return true;
    },
  });
  const save = '用 Excel 或 WPS 打开，另存为「Excel 工作簿 .xlsx」，再读那个文件';
  if (parts['xl/workbook.bin']) throw new Unreadable('这是 Excel 的二进制工作簿（.xlsb）', save);
  if (parts['word/document.xml'])
    throw new Unreadable('这是 Word 文档，不是表格', '把表格粘贴到 Excel 或 WPS 表格里，存为 .xlsx');
  if (parts['ppt/presentation.xml'])
    throw new Unreadable('这是演示文稿，不是表格', '把表格粘贴到 Excel 或 WPS 表格里，存为 .xlsx');
  const type = parts['mimetype'];
  if (type && strFromU8(type).includes('opendocument')) throw new Unreadable('这是 OpenDocument 表格（.ods）', save);
  return parts;
}

function sheetsOf(parts: Parts): Sheet[] {
  const book = parts['xl/workbook.xml'];
  if (!book) throw new Unreadable('这个压缩文件里没有 Excel 工作簿', '一个 .xlsx 或 .csv 文件；压缩包先解压');
  const { sheets, isFrom1904 } = workbookOf(book);
  if (sheets.length > limits.sheets)
    throw new Unreadable(`有 ${sheets.length} 张工作表，太多了`, `不超过 ${limits.sheets} 张`);
  const targets = targetsOf(parts['xl/_rels/workbook.xml.rels']);
  const context = {
    strings: sharedStringsOf(parts['xl/sharedStrings.xml']),
    formats: formatsOf(parts['xl/styles.xml']),
    isFrom1904,
    budget: { cells: limits.cells },
  };
  return sheets.flatMap(({ name, id, isHidden }) => {
    const target = targets.get(id);
    const part = target === undefined ? undefined : parts[target];
    return part ? [{ name, isHidden, ...worksheetOf(part, name, context) }] : [];
  });
}

/** Parses one part's XML in pieces, so that its text never stands in memory as a whole. */
function parseXml(
  part: Uint8Array,
  on: { open?: (tag: SaxesTagPlain) => void; close?: (name: string) => void; text?: (text: string) => void },
): void {
  const parser = new SaxesParser({});
  const local = (name: string): string => name.replace(/^.*:/, '');
  parser.on('error', (error) => {
    throw error;
  });
  const { open, close, text } = on;
  if (open) parser.on('opentag', (tag) => open({ ...tag, name: local(tag.name) }));
  if (close) parser.on('closetag', (tag) => close(local(tag.name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder(encodingOf(part));
  for (let at = 0; at < part.length; at += PIECE) {
    parser.write(decoder.decode(part.subarray(at, at + PIECE), { stream: true }));
  }
  parser.close();
}

const PIECE = 256 * 1024;
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

interface SheetEntry {
  name: string;
  id: string;
  isHidden: boolean;
}

function workbookOf(part: Uint8Array): { sheets: SheetEntry[]; isFrom1904: boolean } {
  const sheets: SheetEntry[] = [];
  let isFrom1904 = false;
  parseXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => /^(?:.*:)?id$/.test(key) && key !== 'sheetId')?.[1] ?? '';
        sheets.push({ name: attributes['name'] ?? '', id, isHidden: /hidden/i.test(attributes['state'] ?? '') });
      } else if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  return { sheets, isFrom1904 };
}

function targetsOf(part: Uint8Array | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (part) {
    parseXml(part, {
      open: ({ attributes: { Id, Target } }) => {
        if (Id && Target)
          targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
      },
    });
  }
  return targets;
}

/** The texts that cells share. How a word is read aloud (rPh) is no part of it. */
function sharedStringsOf(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  parseXml(part, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
    text: (more) => {
      if (isText) text += more;
    },
  });
  return strings;
}

/** What a style makes of a number. */
type Format = 'number' | 'date' | 'time';

/** Formats that are built in (ECMA-376, 18.8.30), those of Chinese Excel included. */
const BUILT_IN: readonly (readonly [from: number, to: number, format: Format])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** The format of each style, by its number. */
function formatsOf(part: Uint8Array | undefined): Format[] {
  const formats: Format[] = [];
  if (!part) return formats;
  const own = new Map<number, Format>();
  let isCells = false;
  parseXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), formatOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(own.get(id) ?? BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}

/** Words in quotes and colours in brackets are no part of what a code does; [h] is. */
function formatOf(code: string): Format {
  const plain = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  if (/[yd]/i.test(plain)) return 'date';
  if (/[hs]/i.test(plain)) return 'time';
  return /m/i.test(plain) ? 'date' : 'number';
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A serial number as a moment, rounded to the minute: 10:00 is a little less than ten in binary. */
function dateOf(serial: number, isFrom1904: boolean): Date | null {
  const days = isFrom1904 ? serial + 1462 : serial;
  const date = new Date(Math.round((Date.UTC(1899, 11, 30) + days * DAY) / MINUTE) * MINUTE);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** A part of a day as the clock says it, 09:00. */
export function clockOf(part: number): string {
  const minutes = Math.round((part % 1) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

interface Context {
  strings: readonly string[];
  formats: readonly Format[];
  isFrom1904: boolean;
  /** How many cells may still come. */
  budget: { cells: number };
}

/** A range such as C2:C5, from 0. */
interface Range {
  ref: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

function worksheetOf(part: Uint8Array, sheet: string, context: Context): Pick<Sheet, 'rows' | 'merged' | 'hidden'> {
  const rows = new Map<number, Cell[]>();
  const merges: Range[] = [];
  const hidden: number[] = [];
  let row = -1;
  let column = -1;
  let cell: SaxesTagPlain['attributes'] = {};
  let value = '';
  let inline = '';
  let isValue = false;
  let isInline = false;
  let hasFormula = false;
  parseXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
        if (/^(?:1|true)$/.test(attributes['hidden'] ?? '')) hidden.push(row + 1);
      } else if (name === 'c') {
        cell = attributes;
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        value = inline = '';
        hasFormula = false;
      } else if (name === 'v') isValue = true;
      else if (name === 't') isInline = true;
      else if (name === 'f') hasFormula = true;
      else if (name === 'mergeCell') {
        const range = rangeOf(attributes['ref'] ?? '');
        if (range) merges.push(range);
      }
    },
    close: (name) => {
      if (name === 'v') isValue = false;
      else if (name === 't') isInline = false;
      else if (name === 'c') {
        const read = cellOf({ type: cell['t'], style: Number(cell['s'] ?? 0), value, inline, hasFormula }, context);
        if (read !== null) put(rows, row, column, read, sheet, context);
      }
    },
    text: (more) => {
      if (isValue) value += more;
      else if (isInline) inline += more;
    },
  });
  const merged = fill(rows, merges, sheet, context);
  const found = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => ({ number: at + 1, cells: Array.from(cells, (one) => one ?? null) }));
  return { rows: found, merged, hidden: hidden.filter((number) => rows.has(number - 1)) };
}

function cellOf(
  {
    type,
    style,
    value,
    inline,
    hasFormula,
  }: { type: string | undefined; style: number; value: string; inline: string; hasFormula: boolean },
  { strings, formats, isFrom1904 }: Context,
): Cell {
  if (type === 'inlineStr') return inline === '' ? null : inline;
  if (value === '') return hasFormula ? { error: '没有算出结果的公式' } : null;
  switch (type) {
    case 's':
      return strings[Number(value)] || null;
    case 'str':
      return value;
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return { error: value };
    case 'd': {
      const date = new Date(
        /[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : `${value}${value.includes('T') ? '' : 'T00:00:00'}Z`,
      );
      return Number.isNaN(date.getTime()) ? value : date;
    }
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      const format = formats[style] ?? 'number';
      if (format === 'number') return number;
      return format === 'time' && number >= 0 && number < 1 ? clockOf(number) : dateOf(number, isFrom1904);
    }
  }
}

function put(
  rows: Map<number, Cell[]>,
  row: number,
  column: number,
  cell: Cell,
  sheet: string,
  { budget }: Context,
): void {
  if (column >= limits.columns) {
    throw new Unreadable(
      `「${sheet}」第 ${row + 1} 行的内容写到了第 ${column + 1} 列，太宽了`,
      `名单在前 ${limits.columns} 列里；删去右边多余的格子`,
    );
  }
  if (--budget.cells < 0) {
    throw new Unreadable(
      `有内容的格子超过 ${limits.cells / 10_000} 万个，太多了`,
      `不超过 ${limits.cells / 10_000} 万个；分成几个文件`,
    );
  }
  const cells = rows.get(row);
  if (cells) cells[column] = cell;
  else {
    const fresh: Cell[] = [];
    fresh[column] = cell;
    rows.set(row, fresh);
  }
}

/** Fills merged cells with what stands in their first one, in rows that there are. @returns the ranges that were filled */
function fill(rows: Map<number, Cell[]>, merges: readonly Range[], sheet: string, context: Context): string[] {
  const filled: string[] = [];
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  for (const { ref, top, left, bottom, right } of merges) {
    const first = rows.get(top)?.[left] ?? null;
    if (first === null) continue;
    const within = numbers.filter((row) => row >= top && row <= bottom);
    for (const row of within) {
      for (let column = left; column <= Math.min(right, limits.columns - 1); column++) {
        if ((rows.get(row)?.[column] ?? null) === null) put(rows, row, column, first, sheet, context);
      }
    }
    if (within.length > 1) filled.push(ref);
  }
  return filled;
}

/** C5 is column 2. */
function columnOf(ref: string): number {
  let column = 0;
  for (const letter of /^[A-Za-z]{1,4}/.exec(ref)?.[0].toUpperCase() ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rangeOf(ref: string): Range | null {
  const [, from, top, to, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  if (from === undefined || top === undefined || to === undefined || bottom === undefined) return null;
  return { ref, top: Number(top) - 1, left: columnOf(from), bottom: Number(bottom) - 1, right: columnOf(to) };
}
