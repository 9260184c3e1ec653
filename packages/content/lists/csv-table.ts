/** A CSV file, in any encoding and with any separator that Excel or WPS saves, as a table. */
import { parse, CsvError } from 'csv-parse/sync';
import { decodeText } from './decode';
import type { Table } from './sheet';

const MAX_ROWS = 200_000;
const SEPARATORS = [',', '\t', ';', '，', '|'];
/** So many lines show how a list is separated, whatever title stands above it. */
const SAMPLE_LINES = 30;

export function readCsv(bytes: Buffer): Table {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    return {
      ok: false,
      row: decoded.line,
      message: decoded.message,
      expected: '另存为「Excel 工作簿 .xlsx」或「CSV UTF-8」，再读那个文件',
    };
  }
  const text = decoded.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '\n');
  try {
    const options = { delimiter: separatorOf(text), relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false };
    const rows: string[][] = parse(text, options);
    if (rows.length > MAX_ROWS)
      return { ok: false, row: 1, message: `有 ${rows.length} 行，太多了`, expected: `不超过 ${MAX_ROWS} 行` };
    const sheet = {
      name: null,
      isHidden: false,
      hidden: [],
      rows: rows.map((cells, at) => ({ number: at + 1, cells })),
      merged: [],
    };
    return { ok: true, format: `CSV，${decoded.encoding}`, sheets: [sheet] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      ok: false,
      row: lineOf(error),
      message: '这一行的引号没有成对，后面的列分不开',
      expected: '引号成对，或去掉引号',
    };
  }
}

/**
 * The separator that parts most lines into equally many columns. One line alone says little: a title has commas too.
 *
 * @example separatorOf('某区名单（2026年，共2处）\n名称,类型\n甲,工会驿站') // ','
 */
export function separatorOf(text: string): string {
  const lines = text
    .split(/\r\n|[\n\r]/, SAMPLE_LINES * 2)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.replace(/"[^"]*"/g, '').split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...counts].map(([columns, times]) => times * Math.min(columns, 20)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

const lineOf = (error: CsvError): number => ('lines' in error && typeof error.lines === 'number' ? error.lines : 1);
