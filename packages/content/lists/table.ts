/** A list's file as rows of cells: CSV in any encoding that Excel or WPS saves, or XLSX. */
import { parse, CsvError } from 'csv-parse/sync';
import { decodeText } from './decode';

/** A cell as the file has it. */
export type Cell = string | number | boolean | Date | null;

export type Table =
  { ok: true; format: string; rows: Cell[][] } | { ok: false; row: number; message: string; expected: string };

export const LARGEST = 32 * 1024 * 1024;
const MOST_ROWS = 200_000;
const EXPECTED = '按模板填的 .csv 或 .xlsx';

/**
 * Reads a list's bytes, whatever their file is called. Rows are in the file's order, so that the first is row 1 as
 * Excel counts.
 *
 * @example await tableOf(Buffer.from('名称,类型\n')) // { ok: true, format: 'CSV，UTF-8', rows: [['名称', '类型']] }
 */
export async function tableOf(bytes: Buffer): Promise<Table> {
  if (bytes.length > LARGEST) return tooLarge(bytes.length);
  const isZip = bytes.subarray(0, 4).toString('hex') === '504b0304';
  const table = isZip ? await readSheet(bytes) : readCsv(bytes);
  if (table.ok && table.rows.length > MOST_ROWS) return refuse(1, `有 ${table.rows.length} 行，太多了`, `不超过 ${MOST_ROWS} 行`);
  return table;
} // prettier-ignore

/** What is said of a file that isn't even read. */
export const tooLarge = (size: number): Table =>
  refuse(1, `文件有 ${(size / 1024 / 1024).toFixed(0)} MB，太大了`, '不超过 32 MB');

const refuse = (row: number, message: string, expected = EXPECTED): Table => ({ ok: false, row, message, expected });

async function readSheet(bytes: Buffer): Promise<Table> {
  // Loaded only for Excel files: it takes longer than reading a text.
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const [first] = await readExcelFile(bytes);
    return first ? { ok: true, format: 'XLSX', rows: first.data as Cell[][] } : refuse(1, '表格里没有工作表');
  } catch {
    return refuse(1, '这个文件打不开，不是 Excel 的 .xlsx，或者坏了');
  }
}

function readCsv(bytes: Buffer): Table {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const message = decoded.message.includes('Word') ? '这是旧版 Excel、Word 或 WPS 文件' : decoded.message;
    return refuse(decoded.line, message, '另存为「Excel 工作簿 .xlsx」或「CSV UTF-8」，再读那个文件');
  }
  const text = decoded.text.replace(/^\ufeff/, '');
  const [firstLine = ''] = text.split(/\r\n|[\n\r]/, 1);
  const delimiter = [',', '\t', ';', '，'].reduce((best, one) => (count(firstLine, one) > count(firstLine, best) ? one : best)); // prettier-ignore
  try {
    const rows: string[][] = parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: false });
    return { ok: true, format: `CSV，${decoded.encoding}`, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(lineOf(error), '这一行的引号没有成对，后面的列分不开', '引号成对，或去掉引号');
  }
}

const lineOf = (error: CsvError): number => Number((error as { lines?: number }).lines ?? 1);
const count = (text: string, what: string): number => text.split(what).length - 1;
