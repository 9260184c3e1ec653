/** What an import of stations found, in the shape that `--json` prints. */
import type { RecordOf } from '../../../src/content/schema';
import type { Field } from './headings';

/** What kind of thing stood in the cell: a fault names it instead of the value, which may be somebody's number. */
export type ValueClass = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'row';

/** One thing to mend or to look at, with its place as Excel shows it. */
export interface StationRemark {
  file: string;
  /** 1-based; the heading is row 1. */
  row: number;
  /** The heading of the column, and its letter as Excel shows it; null for a row or file as a whole. */
  column: string | null;
  letter: string | null;
  field: Field | 'row' | 'file';
  valueClass: ValueClass;
  message: string;
}

export type StationFault = StationRemark & { expected: string };

export type StationStatus = 'new' | 'changed' | 'same';

/** A good row: what it becomes. */
export interface StationVerdict {
  row: number;
  status: StationStatus;
  id: string;
  title: string;
  record: RecordOf<'stations'>;
  /** By the record's field: what the dataset has and what the list says. */
  changes: { field: string; before: unknown; after: unknown }[];
}

/**
 * The stable shape of `--json`: fields are only ever added.
 *
 * `stations` has the good rows, `faults` what is wrong with the bad ones. With any fault nothing is written and the exit
 * code is 1, unless `--skip-bad` says to take the good ones; the exit code is 1 still.
 */
export interface StationReport {
  file: string;
  format: string | null;
  /** Rows with anything in them, without the heading. */
  rows: number;
  written: boolean;
  counts: Record<StationStatus | 'bad', number>;
  stations: StationVerdict[];
  faults: StationFault[];
  notes: StationRemark[];
}

/** Column 0 is A, 26 is AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
