/** The empty list that clerks fill in, as Excel and as CSV. */
import type { Heading } from './columns';
import { stringify } from './csv';

/** What a template is made of. `example` is invented and says so in its first cell; the import passes it over. */
export interface Template<F extends string> {
  headings: readonly Heading<F>[];
  example: Partial<Record<F, string>>;
  /** The first sheet's name, such as 驿站名单. */
  sheet: string;
  /** Lines below the help: what, and the words that may be used. */
  more: readonly (readonly [what: string, words: string])[];
}

/** A template's bytes. The CSV begins with a BOM, or Excel would not read it as UTF-8. */
export async function templateOf<F extends string>(template: Template<F>, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const { headings, sheet, more } = template;
  const titles = headings.map(({ heading }) => heading);
  const example = headings.map(({ field }) => template.example[field] ?? '');
  if (format === 'csv') return Buffer.from(`\ufeff${stringify([titles, example])}`);
  // Loaded only for Excel.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const bold = { fontWeight: 'bold' as const, backgroundColor: '#f3ece2', wrap: true };
  const cell = (value: string, style: object = { wrap: true }) => ({ value, type: String, ...style });
  const list = [titles.map((title) => cell(title, bold)), example.map((text) => cell(text))];
  const help = [
    ['列', '要不要填', '怎么填'].map((title) => cell(title, bold)),
    ...headings.map((one) => [one.heading, one.isRequired ? '必填' : '可以空着', one.help].map((text) => cell(text))),
    ...more.map(([what, words]) => [cell(what), null, cell(words)]),
  ];
  return writeExcelFile([
    { data: list, sheet, columns: headings.map(() => ({ width: 16 })), stickyRowsCount: 1 },
    { data: help, sheet: '怎么填', columns: [{ width: 12 }, { width: 10 }, { width: 80 }] },
  ]).toBuffer();
}
