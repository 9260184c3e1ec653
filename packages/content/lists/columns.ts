/** A list's columns: how clerks head them, and where they are in a file. */
import { textOf } from './cells';
import { letterOf, ofFile, type ListFault, type ListRemark } from './report';
import type { Cell } from './table';

/** A column of a template. `F` is what a fault calls its field. */
export interface Heading<F extends string> {
  field: F;
  /** The heading of the template. */
  heading: string;
  /** Other headings that mean the same. */
  also: readonly string[];
  isRequired?: true;
  /** What to write, for the template's second sheet. */
  help: string;
}

/** Where each field stands: the column's place, from 0. */
export type Places<F extends string> = ReadonlyMap<F, number>;

export interface Head<F extends string> {
  /** The row of headings, from 1. */
  row: number;
  places: Places<F>;
  /** The headings as the file has them. */
  titles: readonly string[];
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

/** Headings compare without blanks, width, case and the brackets behind them. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：]/g, '')
    .replace(/\((?:必填|选填|可选)\)$/, '');

/** What a fault calls a field before a clerk. */
export const headingName = <F extends string>(headings: readonly Heading<F>[], field: F): string =>
  headings.find((one) => one.field === field)?.heading ?? field;

/** Finds the row of headings among the first few: lists often have a title above them. */
export function readHead<F extends string>(rows: readonly Cell[][], headings: readonly Heading<F>[], file: string): Head<F> {
  const byName = new Map(headings.flatMap((one) => [one.heading, ...one.also].map((name) => [fold(name), one])));
  const headingOf = (cell: Cell | undefined): Heading<F> | undefined => byName.get(fold(textOf(cell ?? null) ?? ''));
  const places = new Map<F, number>();
  const faults: ListFault<F>[] = [];
  const notes: ListRemark<F>[] = [];
  const at = rows.slice(0, 5).findIndex((cells) => cells.filter(headingOf).length >= 2);
  for (const [column, cell] of (rows[at] ?? []).entries()) {
    const text = textOf(cell);
    const heading = headingOf(cell);
    const remark = { file, row: at + 1, column: text, letter: letterOf(column), field: 'row', valueClass: 'text' } as const;
    if (text !== null && !heading) notes.push({ ...remark, message: '没有用到这一列；写错了列名就照模板改' });
    else if (heading && places.has(heading.field))
      faults.push({ ...remark, message: `「${heading.heading}」有两列`, expected: '只留一列' });
    else if (heading) places.set(heading.field, column);
  }
  const required = headings.filter(({ isRequired }) => isRequired);
  const missing = required.filter(({ field }) => !places.has(field)).map(({ heading }) => heading);
  if (missing.length > 0) {
    const least = required.map(({ heading }) => heading).join('、');
    faults.push(ofFile(file, Math.max(1, at + 1), `缺少列：${missing.join('、')}`, `第一行是列名，至少有 ${least}；照模板填`));
  }
  return { row: at + 1, places, titles: (rows[at] ?? []).map((cell) => textOf(cell) ?? ''), faults, notes };
} // prettier-ignore
