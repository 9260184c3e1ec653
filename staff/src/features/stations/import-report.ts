/** The import's report, as the command line prints it with `--json`. */
import * as v from 'valibot';

const remark = { row: v.number(), column: v.nullable(v.string()), letter: v.nullable(v.string()), message: v.string() };

export const StationImportWire = v.object({
  file: v.string(),
  format: v.nullable(v.string()),
  rows: v.number(),
  written: v.boolean(),
  counts: v.object({ new: v.number(), changed: v.number(), same: v.number(), bad: v.number() }),
  stations: v.array(
    v.object({
      row: v.number(),
      status: v.picklist(['new', 'changed', 'same']),
      id: v.string(),
      title: v.string(),
      changes: v.array(v.object({ field: v.string(), before: v.unknown(), after: v.unknown() })),
    }),
  ),
  importedBefore: v.optional(v.nullable(v.object({ at: v.string(), by: v.string() })), null),
  /** The version that it was published as; left out where nothing was. */
  version: v.optional(v.number()),
  faults: v.array(v.object({ ...remark, expected: v.string() })),
  notes: v.array(v.object(remark)),
});
export type StationImportWire = v.InferOutput<typeof StationImportWire>;

/** Parses a job's result; answers null where it isn't an import report. */
export function readStationImport(result: unknown): StationImportWire | null {
  const read = v.safeParse(StationImportWire, result);
  return read.success ? read.output : null;
}

type Remark = Pick<StationImportWire['notes'][number], 'row' | 'column' | 'letter'>;

/** The place in the sheet as Excel shows it: 第 3 行「地址」（C3）. */
export const sheetPosition = ({ row, column, letter }: Remark): string =>
  `第 ${row} 行${column === null ? '' : `「${column}」${letter === null ? '' : `（${letter}${row}）`}`}`;
