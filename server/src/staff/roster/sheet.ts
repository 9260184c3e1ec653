/** Rows as a spreadsheet that does nothing but show them, and says who took it along and when. */

/** Spreadsheets take these for the beginning of a formula, some also after a space or from a CSV that was saved again. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;

/**
 * A cell that is never run: what looks like a formula gets an apostrophe in front (OWASP, CSV injection).
 *
 * @example safeCell('=1+1') // "'=1+1"
 */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export interface Spreadsheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: (string | number | null)[][];
  /** Stands above and below the rows. */
  mark: string;
}

export async function xlsxOf({ name, columns, rows, mark }: Spreadsheet): Promise<Buffer> {
  // Loaded only when somebody exports.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const bold = { fontWeight: 'bold' as const, backgroundColor: '#f3ece2', wrap: true };
  const marked = [
    { value: mark, type: String, fontStyle: 'italic' as const, columnSpan: columns.length },
    ...columns.slice(1).map(() => null),
  ];
  const cell = (value: string | number | null) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { value, type: Number }
        : { value: safeCell(value), type: String, wrap: true };
  const data = [
    marked,
    columns.map(({ title }) => ({ value: title, type: String, ...bold })),
    ...rows.map((row) => row.map(cell)),
    marked,
  ];
  return writeExcelFile([
    { data: data as never, sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 2 },
  ]).toBuffer();
}

const quoted = (value: string | number | null): string =>
  `"${String(value === null ? '' : typeof value === 'number' ? value : safeCell(value)).replace(/"/g, '""')}"`;

/** With a BOM, or Excel would not read it as UTF-8. */
export const csvOf = ({ columns, rows, mark }: Spreadsheet): Buffer =>
  Buffer.from(
    `\ufeff${[[mark], columns.map(({ title }) => title), ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`,
  );
