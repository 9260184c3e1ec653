/** A list's file as sheets of cells: CSV in any encoding that Excel or WPS saves, or XLSX. */
import { readCsv } from './csv-table';
import { letterOf } from './report';
import type { Table } from './sheet';
import { readWorkbook } from './xlsx';

export type { Cell, ErrorCell, Sheet, SheetRow, Table } from './sheet';

export const LARGEST = 32 * 1024 * 1024;
const EXPECTED = '按模板填的 .csv 或 .xlsx';
const SAVE_AS = '用 Excel 或 WPS 打开，另存为「Excel 工作簿 .xlsx」，再读那个文件';

/**
 * Reads a list's bytes, whatever their file is called.
 *
 * @example await tableOf(Buffer.from('名称,类型\n')) // { ok: true, format: 'CSV，UTF-8', sheets: [{ rows: [{ number: 1, … }], … }] }
 */
export function tableOf(bytes: Buffer): Promise<Table> {
  return Promise.resolve(tableIn(bytes));
}

function tableIn(bytes: Buffer): Table {
  if (bytes.length > LARGEST) return tooLarge(bytes.length);
  const start = bytes.subarray(0, 8).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) {
    const book = readWorkbook(bytes);
    if (!book.ok) return refuse(1, book.message, book.expected);
    return book.sheets.length > 0 ? { ok: true, format: 'XLSX', sheets: book.sheets } : refuse(1, '表格里没有工作表');
  }
  if (start === 'd0cf11e0a1b11ae1' || start.startsWith('d0cf11e0')) return refuseCompound(bytes);
  return refuseMarkup(bytes) ?? readCsv(bytes);
}

/** What is said of a file that isn't even read. */
export const tooLarge = (size: number): Table =>
  refuse(1, `文件有 ${(size / 1024 / 1024).toFixed(0)} MB，太大了`, '不超过 32 MB');

const refuse = (row: number, message: string, expected = EXPECTED): Table => ({ ok: false, row, message, expected });

/** A compound file (MS-CFB) is an old Excel or Word file, or a new one under a password. The names of its streams tell. */
function refuseCompound(bytes: Buffer): Table {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) {
    const how = '用 Excel 或 WPS 打开，在「文件 → 信息 → 保护工作簿（文档加密）」里把密码删空，保存后再读';
    return refuse(1, '这个文件设了打开密码，读不出来', how);
  }
  if (has('WordDocument'))
    return refuse(1, '这是旧版 Word 文档，不是表格', '把表格粘贴到 Excel 或 WPS 表格里，存为 .xlsx');
  return refuse(1, '这是旧版 Excel 文件（.xls）', SAVE_AS);
}

/** Systems of offices export web pages and XML that they call .xls. */
function refuseMarkup(bytes: Buffer): Table | null {
  const head = bytes.subarray(0, 2048);
  const text = /^(?:fffe|feff)/.test(head.subarray(0, 2).toString('hex'))
    ? head.toString('utf16le')
    : head.toString('latin1');
  const plain = text.replace(/^[\u00ef\u00bb\u00bf\ufeff\s]+/, '').slice(0, 1500);
  if (!plain.startsWith('<')) return null;
  if (/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet|<Workbook/i.test(plain)) {
    return refuse(1, '这是 XML 表格，只是名字叫 .xls', SAVE_AS);
  }
  if (/<(?:!doctype\s+html|html|head|body|table|meta|style|div)/i.test(plain))
    return refuse(1, '这是网页，只是名字叫 .xls', SAVE_AS);
  return refuse(1, '这是 XML 文件，不是表格', SAVE_AS);
}

/** A cell's place as Excel names it, C5. */
export const cellAddressOf = (column: number, row: number): string => `${letterOf(column)}${row}`;
