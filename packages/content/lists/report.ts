/** What an import of a list found, in the shape that `--json` prints and the service answers. */

/** What kind of thing stood in the cell: a fault names it instead of the value, which may be somebody's number. */
export type ValueClass = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'row';

/** One thing to mend or to look at, with its place as Excel shows it. `F` are the list's fields. */
export interface ListRemark<F extends string = string> {
  file: string;
  /** The sheet's name; null where the file has none, as a CSV. */
  sheet: string | null;
  /** 1-based, as Excel shows it. */
  row: number;
  /** The heading of the column, and its letter as Excel shows it; null for a row or file as a whole. */
  column: string | null;
  letter: string | null;
  field: F | 'row' | 'file';
  valueClass: ValueClass;
  message: string;
  /** The words that were not understood, where some of several were: a report sums them up. */
  words?: readonly string[];
}

export type ListFault<F extends string = string> = ListRemark<F> & { expected: string };

export type Status = 'new' | 'changed' | 'same';

/** A good row: what it becomes. `R` is the dataset's record. */
export interface ListVerdict<R = unknown> {
  sheet: string | null;
  row: number;
  status: Status;
  id: string;
  title: string;
  record: R;
  /** By the record's field: what the dataset has and what the list says. */
  changes: { field: string; before: unknown; after: unknown }[];
}

/** What every list's report has. Fields are only ever added. */
export interface ListReport<F extends string = string> {
  file: string;
  /** How it was read, `CSV，GB18030`; null where it could not be. */
  format: string | null;
  /** Rows with anything in them, without the heading. */
  rows: number;
  written: boolean;
  counts: Record<Status | 'bad', number>;
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

export const emptyReport = <F extends string>(file: string): ListReport<F> => ({
  file,
  format: null,
  rows: 0,
  written: false,
  counts: { new: 0, changed: 0, same: 0, bad: 0 },
  faults: [],
  notes: [],
});

/** A fault of the file as a whole. */
export const ofFile = (file: string, row: number, message: string, expected: string): ListFault<never> => ({
  file,
  sheet: null,
  row,
  column: null,
  letter: null,
  field: 'file',
  valueClass: 'row',
  message,
  expected,
});

/** Column 0 is A, 26 is AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
