/** Workbooks as Excel would save them, for the tests of lists. */
import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet: text, a number, what Excel could not work out, a number in a style, or a formula without result. */
export type Value = string | number | null | { error: string } | { style: number; value: number } | { formula: string };

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const escape = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function cellXml(value: Value, ref: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  if ('error' in value) return `<c r="${ref}" t="e"><v>${value.error}</v></c>`;
  if ('formula' in value) return `<c r="${ref}"><f>${value.formula}</f></c>`;
  return `<c r="${ref}" s="${value.style}"><v>${value.value}</v></c>`;
}

export interface SheetXml {
  name: string;
  rows: Value[][];
  merges?: string[];
  /** Rows that a filter hides, from 1. */
  hidden?: number[];
  /** XML that stands instead of the rows. */
  data?: string;
  dimension?: string;
}

/** Styles 1 to 3: a date, a date with its time, a time. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

/** A workbook as Excel would save it, down to what no library writes: errors, merged cells, ranges without end. */
export function workbook(sheets: SheetXml[]): Buffer {
  const parts: Record<string, Uint8Array> = { 'xl/styles.xml': strToU8(STYLES) };
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  parts['xl/workbook.xml'] = strToU8(`<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>`);
  const targets = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  parts['xl/_rels/workbook.xml.rels'] = strToU8(`<Relationships>${targets.join('')}</Relationships>`);
  for (const [at, { rows, merges = [], hidden = [], data, dimension = 'A1' }] of sheets.entries()) {
    const body = rows.map(
      (row, y) =>
        `<row r="${y + 1}"${hidden.includes(y + 1) ? ' hidden="1"' : ''}>${row.map((value, x) => cellXml(value, `${letters[x] ?? ''}${y + 1}`)).join('')}</row>`,
    );
    const merged =
      merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet><dimension ref="${dimension}"/><sheetData>${data ?? body.join('')}</sheetData>${merged}</worksheet>`,
    );
  }
  return Buffer.from(zipSync(parts));
}
