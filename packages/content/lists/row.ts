/** Reads one row by its fields, and keeps what is wrong with it in the words of every list. */
import { classOf, listIn, textOf, type Read } from './cells';
import { headingName, type Head, type Heading } from './columns';
import { errorIn } from './parts';
import { letterOf, type ListFault, type ListRemark } from './report';
import type { Cell } from './table';

/** A row being read. A reader that finds something wrong names it with row and column, and answers null. */
export interface RowBeingRead<F extends string> {
  row: number;
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
  cell(field: F): Cell;
  text(field: F): string | null;
  listOf(field: F): string[] | null;
  /** What the file calls the field's column; null where it has none. */
  title(field: F): string | null;
  /** The titles of the columns that belong to a field and are ticked; a cell that is neither ticked nor empty is noted. */
  ticked(field: F): string[];
  /** Does a cell say yes or no? Null for anything else and for a column that isn't there. */
  isTicked(field: F): boolean | null;
  /** The value, or null after naming what is wrong with it. */
  read<T>(field: F, result: Read<T>): T | null;
  required(field: F, expected: string): string | null;
  /** A required cell that has to name something known. */
  known<T>(field: F, find: (text: string) => T | null, expected: string): T | null;
  fault(field: F, message: string, expected: string): null;
  /** @param words what was not understood of it, where it was some words of several */
  note(field: F, message: string, words?: readonly string[]): void;
}

/** A row as a reader of a few of its fields needs it, whatever else the list has. */
export type RowWith<F extends string> = Omit<RowBeingRead<F>, 'faults' | 'notes'> & { faults: readonly unknown[] };

/** The row's cells, and what its sheet's title or a heading between the rows gives for it. */
export interface ListRow<F extends string> {
  number: number;
  cells: readonly Cell[];
  given: ReadonlyMap<F, string>;
}

/** √ and 有, or × and 无; null for anything else. A number says how many there are. */
function tickIn(cell: Cell): boolean | null {
  const text = typeof cell === 'boolean' ? (cell ? '有' : '无') : textOf(cell);
  if (text === null || /^(?:[×✗✘xXnN否]|没有|不?具备|不开放?|未.{1,3}|0[个台处套]?)$/.test(text))
    return text === '具备';
  return (
    /^(?:[√✓✔☑vVyY●○是有开]|开放|已?(?:有|配备|配置|具备|设置).{0,4}|[1-9]\d{0,2}\s*[个台处套张把间座]?)$/.test(text) ||
    null
  );
}

export function readRow<F extends string>(
  { number: row, cells, given }: ListRow<F>,
  { head, headings, file }: { head: Head<F>; headings: readonly Heading<F>[]; file: string },
): RowBeingRead<F> {
  const { places, titles, ticks, parts, sheet } = head;
  const faults: ListFault<F>[] = [];
  const notes: ListRemark<F>[] = [];
  const cell = (field: F): Cell => {
    const own = cells[places.get(field) ?? -1] ?? given.get(field) ?? null;
    const more = (parts.get(field) ?? []).map((column) => [column, textOf(cells[column] ?? null)] as const);
    if (more.length === 0) return own;
    // They belong together in the order of their columns.
    return [[places.get(field) ?? -1, textOf(own)] as const, ...more]
      .sort(([a], [b]) => a - b)
      .map(([, words]) => words)
      .filter((words) => words !== null)
      .join(headings.find((one) => one.field === field)?.joint ?? '');
  };
  const text = (field: F): string | null => textOf(cell(field));
  const place = (field: F): Omit<ListRemark<F>, 'message'> => {
    const at = places.get(field);
    const column = (at === undefined ? undefined : titles[at]) || headingName(headings, field);
    const letter = at === undefined ? null : letterOf(at);
    return { file, sheet, row, column, letter, field, valueClass: classOf(cell(field)) };
  };
  const fault = (field: F, message: string, expected: string): null => {
    faults.push({ ...place(field), message, expected });
    return null;
  };
  const note = (field: F, message: string, words?: readonly string[]): void =>
    void notes.push({ ...place(field), message, ...(words && { words }) });
  const required = (field: F, expected: string): string | null => {
    const error = errorIn(cell(field));
    if (error !== null) return fault(field, `这一格是 Excel 的错误 ${error}`, expected);
    return text(field) ?? fault(field, '没有填', expected);
  };
  const isRequired = new Set(headings.filter((one) => one.isRequired).map((one) => one.field));
  for (const field of places.keys()) {
    const error = isRequired.has(field) ? null : errorIn(cell(field));
    if (error !== null) note(field, `这一格是 Excel 的错误 ${error}，没有读；在 Excel 里改好再导入一次`);
  }
  const extra = cells.slice(titles.length).findIndex((one) => textOf(one) !== null);
  if (extra >= 0) {
    faults.push({
      ...{ file, sheet, row, column: null, letter: letterOf(titles.length + extra), field: 'row', valueClass: 'row' },
      message: '这一行比列名多出了格子，可能是某一格里的逗号没有加引号',
      expected: `${titles.length} 列；有逗号的格子要加引号`,
    });
  }
  return {
    row,
    faults,
    notes,
    cell,
    text,
    listOf: (field) => listIn(cell(field)),
    title: (field) => titles[places.get(field) ?? -1] ?? null,
    ticked: (field) =>
      [...ticks].flatMap(([column, of]) => {
        const title = titles[column] ?? '';
        const isTicked = of === field ? tickIn(cells[column] ?? null) : false;
        if (isTicked === null) {
          const message = `「${title}」这一格看不出有没有，没有收；有就写「有」`;
          notes.push({ ...place(field), column: title, letter: letterOf(column), message });
        }
        return isTicked === true ? [title] : [];
      }),
    isTicked: (field) => (places.has(field) ? tickIn(cell(field)) : null),
    read: (field, result) => (result.ok ? result.value : fault(field, result.message, result.expected)),
    required,
    known: (field, find, expected) => {
      const word = required(field, expected);
      return word === null ? null : (find(word) ?? fault(field, `认不出「${word.slice(0, 20)}」`, expected));
    },
    fault,
    note,
  };
}
