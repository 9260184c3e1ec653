/** The lists in a workbook: which sheets hold one, and which of their rows are entries. */
import { textOf } from './cells';
import { headingName, readHead, type Head, type Heading } from './columns';
import { ofFile, type ListFault, type ListRemark } from './report';
import type { Cell, Sheet, SheetRow } from './table';

/** One sheet's list. */
export interface ListPart<F extends string> {
  head: Head<F>;
  rows: (SheetRow & { given: ReadonlyMap<F, string> })[];
}

export interface ListParts<F extends string> {
  parts: ListPart<F>[];
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

/** How a list finds its entries. */
export interface PartOptions<F extends string> {
  file: string;
  /** What an entry is called: 驿站. */
  entry: string;
  /** The column that names an entry. */
  nameField: F;
  /** Fields that a title may give for all rows below it, and how each reads one. */
  titled: readonly TitledField<F>[];
}

/** A field that a list may have no column for. */
export interface TitledField<F extends string> {
  field: F;
  find: (text: string) => string | null;
  /** The columns whose cells may name it, where neither a column of its own nor a title does. */
  from?: {
    fields: readonly F[];
    /** Does a cell name it for its own row? */
    names: (text: string) => boolean;
    /** What the cells of all rows give together. */
    ofAll?: (rows: readonly (readonly string[])[]) => { value: string; message: string } | null;
  };
}

/** Rows that say something of the list and are no entries. */
const FOOT =
  /^[（(【]?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*数|汇\s*总|注|备\s*注|说\s*明|填表说明|填\s*表\s*人|填\s*报\s*人|填表单位|填报单位|填表日期|填报日期|填表时间|填报时间|制\s*表\s*人?|审\s*核\s*人?|复\s*核\s*人?|经\s*办\s*人|负\s*责\s*人|联\s*系\s*人|联系电话|单\s*位|日\s*期|盖\s*章|公\s*章|主要负责人|分管领导|以上|以下空白|以下无|共\s*\d+)(?:[)）】]?\s*[:：（(\d]|[)）】]?\s*$|[\s\u3000]*[:：])/;
const EXPORTED = /\d{4}-\d{2}-\d{2} \d{2}:\d{2} 导出$/;
/** 二、劳动者港湾（5处） heads the rows below it. */
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|第[一二三四五六七八九十]+[类部])/;

/** Finds every list in a workbook. A sheet without one is named; a workbook without any is at fault. */
export function listsIn<F extends string>(
  sheets: readonly Sheet[],
  headings: readonly Heading<F>[],
  options: PartOptions<F>,
): ListParts<F> {
  const { file } = options;
  const heads = sheets.map((sheet) => ({
    sheet,
    head: withTitle(readHead(sheet, headings, file), sheet, headings, options),
  }));
  const isList = ({ head }: { head: Head<F> }): boolean => head.row > 0 && head.missing.length === 0;
  const found: ListParts<F> = { parts: [], faults: [], notes: [] };
  const lists = heads.filter(isList);
  if (lists.length === 0) {
    const best = heads.reduce(
      (most, one) => (one.head.places.size > most.head.places.size ? one : most),
      heads[0] ?? { sheet: EMPTY, head: readHead(EMPTY, headings, file) },
    );
    found.faults.push(...best.head.faults, missingColumns(best.head, headings, file));
    found.notes.push(...best.head.notes);
    return found;
  }
  for (const one of heads) {
    const { sheet, head } = one;
    if (!isList(one)) {
      if (sheet.rows.length === 0 || isTemplateHelp(sheet)) continue;
      const why = head.missing.map((field) => headingName(headings, field)).join('、');
      found.notes.push({
        ...ofSheet(file, sheet.name, 1),
        message: `工作表「${sheet.name ?? ''}」跳过了：没有${why}这${head.missing.length > 1 ? '几' : '一'}列，不是名单`,
      });
      continue;
    }
    found.faults.push(...head.faults);
    found.notes.push(...head.notes);
    const merged = sheet.merged.filter((ref) => Number(/\d+$/.exec(ref)?.[0] ?? 0) > head.row);
    if (merged.length > 0) {
      const more = merged.length > 3 ? ` 等 ${merged.length} 处` : '';
      found.notes.push({
        ...ofSheet(file, sheet.name, head.row),
        message: `合并的格子（${merged.slice(0, 3).join('、')}${more}）按第一格的内容填到了每一行`,
      });
    }
    if (sheet.isHidden)
      found.notes.push({ ...ofSheet(file, sheet.name, 1), message: `工作表「${sheet.name ?? ''}」是隐藏的，也读了` });
    const unseen = sheet.hidden.filter((number) => number > head.row);
    if (unseen.length > 0) {
      const more = unseen.length > 5 ? ` 等 ${unseen.length} 行` : ' 行';
      found.notes.push({
        ...ofSheet(file, sheet.name, unseen[0] ?? head.row),
        message: `第 ${unseen.slice(0, 5).join('、')}${more}是隐藏的，也读了；不要的先删去`,
      });
    }
    for (const [field, text] of head.given) {
      if (head.notes.some((note) => note.field === field)) continue;
      found.notes.push({
        ...ofSheet(file, sheet.name, head.row),
        field,
        message: `没有「${headingName(headings, field)}」这一列，按标题记作「${text}」`,
      });
    }
    found.parts.push({ head, rows: entriesOf(sheet, head, options, found.notes) });
  }
  return found;
}

/** The template's own second sheet, which says how to fill in the first. */
const isTemplateHelp = ({ rows: [first] }: Sheet): boolean =>
  first?.cells.slice(0, 3).join(' ') === ['列', '要不要填', '怎么填'].join(' ');

const EMPTY: Sheet = { name: null, isHidden: false, rows: [], merged: [], hidden: [] };

const ofSheet = (file: string, sheet: string | null, row: number) =>
  ({ file, sheet, row, column: null, letter: null, field: 'row', valueClass: 'row' }) as const;

function missingColumns<F extends string>(head: Head<F>, headings: readonly Heading<F>[], file: string): ListFault<F> {
  const least = headings.filter(({ isRequired }) => isRequired).map(({ heading }) => heading);
  const missing = head.missing.map((field) => headingName(headings, field)).join('、');
  return {
    ...ofFile(file, Math.max(1, head.row), `缺少列：${missing}`, `第一行是列名，至少有 ${least.join('、')}；照模板填`),
    sheet: head.sheet,
  };
}

/** The sheet's name or a line above its headings may give what no column does, and so may another column. */
function withTitle<F extends string>(
  head: Head<F>,
  sheet: Sheet,
  headings: readonly Heading<F>[],
  { titled, file }: PartOptions<F>,
): Head<F> {
  const above = sheet.rows.filter(({ number }) => number < head.row).flatMap(({ cells }) => cells);
  const stem = file.replace(/\.[a-z]+$/i, '');
  const texts = [sheet.name, ...above.map((cell) => textOf(cell)), ...head.titles, stem].filter(
    (text) => text !== null,
  );
  const below = sheet.rows.filter(({ number }) => number > head.row);
  const columnOf = (field: F): number => head.places.get(field) ?? -1;
  const given = new Map(head.given);
  const missing = new Set(head.missing);
  const notes = [...head.notes];
  for (const { field, find, from } of titled) {
    if (head.places.has(field)) continue;
    const named = texts.map((text) => find(text)).find((text) => text !== null) ?? null;
    if (named !== null) given.set(field, named);
    else if (from !== undefined) {
      const texts = below.map(({ cells }) =>
        from.fields.map((one) => textOf(cells[columnOf(one)] ?? null)).filter((text) => text !== null),
      );
      const column = from.fields.find((one) =>
        below.some(({ cells }) => from.names(textOf(cells[columnOf(one)] ?? null) ?? '')),
      );
      const all = from.ofAll?.(texts) ?? null;
      if (all !== null) {
        given.set(field, all.value);
        notes.push({ ...ofSheet(file, sheet.name, head.row), field, message: all.message });
      } else if (column !== undefined) {
        const message = `没有「${headingName(headings, field)}」这一列，按「${head.titles[columnOf(column)] ?? ''}」里写的记`;
        notes.push({ ...ofSheet(file, sheet.name, head.row), field, message });
      } else continue;
    } else continue;
    missing.delete(field);
  }
  return { ...head, given, missing: [...missing], notes };
}

function entriesOf<F extends string>(
  sheet: Sheet,
  head: Head<F>,
  { file, entry, nameField, titled }: PartOptions<F>,
  notes: ListRemark<F>[],
): ListPart<F>['rows'] {
  const rows: ListPart<F>['rows'] = [];
  const name = head.places.get(nameField) ?? -1;
  let given = head.given;
  const leave = (row: SheetRow, message: string): void =>
    void notes.push({ ...ofSheet(file, sheet.name, row.number), message });
  let above: readonly Cell[] = [];
  for (const listed of sheet.rows) {
    if (listed.number <= head.row) continue;
    const row = withDittos(listed, above);
    if (row !== listed) leave(row, '写着「同上」的格子按上一行填了');
    above = row.cells;
    const texts = row.cells.map((cell) => textOf(cell)).filter((text) => text !== null);
    const [first] = texts;
    if (first === undefined) {
      // A row of errors alone is no empty one.
      if (row.cells.some((cell) => errorIn(cell) !== null)) rows.push({ ...row, given });
      continue;
    }
    const kinds = new Set(texts);
    const short = first.slice(0, 20);
    if (isHeadAgain(row, head)) leave(row, '这一行又是列名，跳过了');
    else if (EXPORTED.test(first) && kinds.size === 1) leave(row, `导出时加的一行「${short}」，跳过了`);
    else if (FOOT.test(first) && isFoot(row, name)) leave(row, `这一行是「${short}」，不是${entry}，跳过了`);
    else if (kinds.size > 1) rows.push({ ...row, given });
    else {
      const named = titled.flatMap(({ field, find }): [F, string][] => {
        const value = find(first);
        return value === null ? [] : [[field, value]];
      });
      const missing = named.filter(([field]) => !head.places.has(field));
      if (missing.length > 0) {
        given = new Map([...head.given, ...missing]);
        leave(row, `「${short}」是下面各行的标题，下面的${entry}记在这里`);
      } else if (named.length > 0 || NUMBERED.test(first) || (row.cells[name] ?? null) === null || texts.length > 1) {
        leave(row, `这一行只有「${short}」，当作小标题，跳过了`);
      } else rows.push({ ...row, given });
    }
  }
  return rows;
}

/** 同上 and its signs stand for what the row above says. */
const DITTO = /^(?:同上|同前|〃|″|"|〞)$/;

function withDittos(row: SheetRow, above: readonly Cell[]): SheetRow {
  if (!row.cells.some((cell) => typeof cell === 'string' && DITTO.test(cell.trim()))) return row;
  const cells = row.cells.map((cell, column) =>
    typeof cell === 'string' && DITTO.test(cell.trim()) ? (above[column] ?? cell) : cell,
  );
  return { ...row, cells };
}

/** 合计 | 5 has nothing where an entry has its name, or a bare number. */
function isFoot({ cells }: SheetRow, name: number): boolean {
  const text = textOf(cells[name] ?? null);
  return (
    text === null ||
    FOOT.test(text) ||
    /^\d+\s*[处个家]?$/.test(text) ||
    cells.filter((cell) => textOf(cell) !== null).length <= 2
  );
}

function isHeadAgain<F extends string>({ cells }: SheetRow, { titles, places }: Head<F>): boolean {
  const same = [...places.values()].filter(
    (column) => titles[column] !== '' && textOf(cells[column] ?? null) === titles[column],
  );
  return same.length >= 2 && same.length * 2 >= places.size;
}

/** Excel's word for what it could not work out; null for every other cell. */
export const errorIn = (cell: Cell): string | null =>
  cell !== null && typeof cell === 'object' && 'error' in cell ? cell.error : null;
