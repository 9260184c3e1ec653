/** What the readers of files hand on: sheets of cells, whatever the file's format. */

/** Excel's own word for what it could not work out, such as #N/A. */
export interface ErrorCell {
  error: string;
}

/** A cell as the file has it. */
export type Cell = string | number | boolean | Date | ErrorCell | null;

/** A row that has something in it, and its number as Excel shows it. */
export interface SheetRow {
  number: number;
  cells: Cell[];
}

/** One sheet. A CSV file is one without a name. */
export interface Sheet {
  name: string | null;
  isHidden: boolean;
  rows: SheetRow[];
  /** Ranges of merged cells over several rows that were filled with what stands in their first cell. */
  merged: string[];
  /** Rows that a filter or a clerk hides, as Excel numbers them. */
  hidden: number[];
}

export type Table =
  { ok: true; format: string; sheets: Sheet[] } | { ok: false; row: number; message: string; expected: string };
