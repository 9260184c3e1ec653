/** A list's columns: how clerks head them, and where they are in a sheet. */
import { textOf } from './cells';
import { meantColumns, type ColumnMeaning, type KnownMeaning, type UnknownColumn } from './meaning';
import { letterOf, type ListFault, type ListRemark } from './report';
import type { Cell, Sheet, SheetRow } from './table';

/** A column of a template. `F` is what a fault calls its field. */
export interface Heading<F extends string> {
  field: F;
  /** The heading of the template. */
  heading: string;
  /** Other headings that mean the same. */
  also: readonly string[];
  isRequired?: true;
  /** Is it only what it is called to the letter? Otherwise 驿站地址 is an 地址. */
  isExact?: true;
  /** Is a title one of the things that the column lists, with a column of its own to tick: 饮水, 微波炉 for 设施? */
  isPart?: (title: string) => boolean;
  /** What stands between its own words and those of the columns that go on with it; nothing where it isn't said. */
  joint?: string;
  /** How its column is known under a heading that nobody has thought of. */
  meaning?: ColumnMeaning | undefined;
  /** What to write, for the template's second sheet. */
  help: string;
}

/** Where each field stands: the column's place, from 0. */
export type Places<F extends string> = ReadonlyMap<F, number>;

export interface Head<F extends string> {
  sheet: string | null;
  /** The last row of headings, from 1. */
  row: number;
  places: Places<F>;
  /** The headings as the file has them. */
  titles: readonly string[];
  /** Columns in which a row has a tick or none, and the field that lists what they are called. */
  ticks: ReadonlyMap<number, F>;
  /** Columns that go on with a field's own, the number behind the road. */
  parts: ReadonlyMap<F, readonly number[]>;
  /** What holds for every row of the sheet because its title says so: the district of 渝中区驿站名单. */
  given: ReadonlyMap<F, string>;
  /** Required fields without a column. */
  missing: readonly F[];
  faults: ListFault<F>[];
  notes: ListRemark<F>[];
}

/** Headings compare without blanks, width, case and the brackets behind them. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：★※_]/g, '')
    .replace(/\([^()]*\)$/, '');

/** What a fault calls a field before a clerk. */
export const headingName = <F extends string>(headings: readonly Heading<F>[], field: F): string =>
  headings.find((one) => one.field === field)?.heading ?? field;

/** Longer cells are no headings. */
const LONGEST_TITLE = 16;
/** A word for a place of its kind, 驿站 or 服务站点, looks like a place's name and is none. */
const LONGEST_NOUN = 4;
/** A form's question is a heading as well. */
const LONGEST_QUESTION = 30;

/** The names of a column that a longer title may end in. */
const endingsOf = <F extends string>({ heading, also }: Heading<F>): string[] =>
  [heading, ...also].map(fold).filter((name) => /[\u4e00-\u9fff]{2}/.test(name) && name !== '时间');

/** Rows that may stand above the headings: titles, who filled it in, a cover's words. */
const MOST_TITLE_ROWS = 20;
/** Columns that every list has for its own sake, and those that name a person, which no list takes. */
const OWN = new Set(['序号', '序', 'no', 'no.', '#', '行号', '编码', '站点编码']);
const PERSONAL = /联[系络]人|负责人|姓名|站长|管[理护]员|管护人|填报人|填表人|提交者|责任人|经办人/;

/** Words that make a column one of numbers to call, whoever answers. */
const CALLABLE = /电话|手机|号码|热线|方式/;
/** A number, a time or a telephone is no heading. */
const NO_TITLE = /^[\d\s.:：,，/—–~-]+$/;

interface Found<F extends string> {
  places: Map<F, number>;
  titles: string[];
  /** The headings that are merged over several columns, by the column below them. */
  uppers: (string | null)[];
  ticks: Map<number, F>;
  /** Columns that two headings claim. */
  twice: [column: number, heading: Heading<F>][];
}

/** Finds the headings of a sheet, in one row or in two, below whatever titles stand above them. */
export function readHead<F extends string>(sheet: Sheet, headings: readonly Heading<F>[], file: string): Head<F> {
  const match = matcherOf(headings);
  const known = meaningsOf(headings);
  const top = sheet.rows.slice(0, MOST_TITLE_ROWS);
  const at = headRow(sheet, top, headings, match);
  const row = top[at];
  const notes: ListRemark<F>[] = [];
  const faults: ListFault<F>[] = [];
  const required = headings.filter(({ isRequired }) => isRequired).map(({ field }) => field);
  const none = { sheet: sheet.name, given: new Map<F, string>(), faults, notes };
  if (!row)
    return { ...none, row: 0, places: new Map(), titles: [], ticks: new Map(), parts: new Map(), missing: required };

  const above = top[at - 1];
  const below = top[at + 1];
  const partOf: Match<F> = (cell) => {
    const title = textOf(cell ?? null);
    return title === null || match(cell) ? undefined : headings.find(({ isPart }) => isPart?.(title));
  };
  const isTwoRowed = below !== undefined && isSubHead(row, below, match, partOf);
  const parent = above && above.number === row.number - 1 ? above.cells : [];
  const child = isTwoRowed ? below.cells : [];
  const { places, titles, uppers, ticks, twice } = place(row.cells, parent, child, match, partOf);
  const last = isTwoRowed ? below.number : row.number;
  const at2 = (column: number): Omit<ListRemark<F>, 'message'> => ({
    file,
    sheet: sheet.name,
    row: last,
    column: titles[column] ?? null,
    letter: letterOf(column),
    field: 'row',
    valueClass: 'text',
  });
  const parts = new Map<F, number[]>();
  const taken = new Set([...places.values(), ...ticks.keys(), ...twice.map(([column]) => column)]);
  const unknown = unknownColumns(sheet, last, titles, uppers).filter(({ column }) => !taken.has(column));
  for (const { column, field, isPart, isNamed } of meantColumns(unknown, known, places)) {
    const heading = headingName(headings, field);
    if (isPart) parts.set(field, [...(parts.get(field) ?? []), column]);
    else places.set(field, column);
    const message = isPart
      ? `这一列接在「${heading}」后面一起读；不是的话改一下列名`
      : isNamed
        ? `这一列当作「${heading}」来读；不是的话改一下列名`
        : `列名看不出是什么，按里面写的当作「${heading}」来读；不是的话改一下列名`;
    notes.push({ ...at2(column), field, message });
  }
  const used = new Set([...places.values(), ...ticks.keys(), ...[...parts.values()].flat()]);
  for (const [column, title] of titles.entries()) {
    if (title === '' || used.has(column) || OWN.has(fold(title)) || match(title)) continue;
    const message = PERSONAL.test(title) ? '没有用到这一列：不公开个人姓名' : '没有用到这一列；写错了列名就照模板改';
    notes.push({ ...at2(column), message });
  }
  for (const [column, heading] of twice) {
    faults.push({ ...at2(column), message: `「${heading.heading}」有两列`, expected: '只留一列' });
  }
  const missing = required.filter((field) => !places.has(field));
  return { ...none, row: last, places, titles, ticks, parts, missing };
}

/** How the fields' columns are known by more than their names; 驿站地址 ends in one of the names of 地址. */
function meaningsOf<F extends string>(headings: readonly Heading<F>[]): Map<F, KnownMeaning> {
  return new Map(
    headings.flatMap((one): [F, KnownMeaning][] => {
      const endings = one.isExact ? [] : endingsOf(one);
      return one.meaning || endings.length > 0 ? [[one.field, { ...one.meaning, endings }]] : [];
    }),
  );
}

/**
 * The row of headings, from 0; -1 where the sheet has none.
 *
 * Two fields by their names are a row of headings. Without them it is the row whose words and the cells below it agree on
 * the most fields, three at least.
 */
function headRow<F extends string>(
  sheet: Sheet,
  top: readonly SheetRow[],
  headings: readonly Heading<F>[],
  match: Match<F>,
): number {
  const endings = headings.filter(({ isExact }) => !isExact).flatMap(endingsOf);
  /** How many fields a row heads for certain, and how many by the end of a title alone: 站点具体位置. */
  const scores = top.map(({ cells }) => {
    const fields = new Set(cells.map((cell) => match(cell)?.field).filter(Boolean));
    const titles = cells.map((cell) => fold(textOf(cell) ?? '')).filter((title) => title.length <= LONGEST_TITLE);
    const ended = titles.filter((title) => endings.some((ending) => title.endsWith(ending)));
    return { sure: fields.size, all: fields.size + ended.length / 100, titles: ended.length };
  });
  const best = scores.reduce((most, { all }, at) => (all > (scores[most]?.all ?? 0) ? at : most), 0);
  const { sure = 0, titles: likely = 0 } = scores[best] ?? {};
  if (sure >= 2 || (sure >= 1 && likely >= 3)) return best;
  const known = meaningsOf(headings);
  const meant = top.map(({ number, cells }) => {
    const texts = cells.map((cell) => textOf(cell) ?? '');
    if (texts.some((text, at) => typeof cells[at] === 'number' || (text !== '' && NO_TITLE.test(text)))) return 0;
    const named = meantColumns(unknownColumns(sheet, number, texts, []), known, new Map()).filter(
      ({ isNamed, column, field }) => {
        const title = texts[column] ?? '';
        // What could as well stand in the column, 大昌镇 or 饮水、充电, is an entry's and no heading.
        return isNamed && !(title.length > LONGEST_NOUN && known.get(field)?.holds?.(title, title) === true);
      },
    );
    return named.length;
  });
  const most = meant.reduce((so, count, at) => (count > (meant[so] ?? 0) ? at : so), 0);
  return (meant[most] ?? 0) >= 3 ? most : -1;
}

/** The columns that have a heading that could be a place's, with what stands below it. */
function unknownColumns(
  sheet: Sheet,
  last: number,
  titles: readonly string[],
  uppers: readonly (string | null)[],
): UnknownColumn[] {
  const rows = sheet.rows.filter(({ number }) => number > last);
  return titles.flatMap((title, column) => {
    const isPersonal = PERSONAL.test(title) && !CALLABLE.test(title);
    const isOther = isPersonal || (/单位|公司|工会.{0,2}名称/.test(title) && !CALLABLE.test(title));
    if (title === '' || title.length > LONGEST_QUESTION || OWN.has(fold(title)) || isOther) return [];
    const upper = uppers[column] ?? null;
    const cells = rows.map((row) => row.cells[column] ?? null);
    return [{ column, titles: upper === null ? [title] : [title, upper], cells }];
  });
}

type Match<F extends string> = (cell: Cell | undefined) => Heading<F> | undefined;

function matcherOf<F extends string>(headings: readonly Heading<F>[]): Match<F> {
  const byName = new Map(headings.flatMap((one) => [one.heading, ...one.also].map((name) => [fold(name), one])));
  return (cell) => {
    const title = textOf(cell ?? null) ?? '';
    // 服务时间（夏季） is 夏季服务时间, before its brackets are only a remark.
    const turned = title.normalize('NFKC').replace(/^(.+)\((.+)\)$/, '$2$1');
    return byName.get(fold(turned)) ?? byName.get(fold(title));
  };
}

/** A row below the headings goes on with them where it has more headings and nothing else. */
function isSubHead<F extends string>(row: SheetRow, below: SheetRow, match: Match<F>, partOf: Match<F>): boolean {
  if (below.number !== row.number + 1) return false;
  if (isBelowMerged(row, below)) return true;
  let more = 0;
  for (const [column, cell] of below.cells.entries()) {
    const text = textOf(cell);
    const upper = textOf(row.cells[column] ?? null);
    if (text === null || text === upper) continue;
    if ((match(cell) && !match(row.cells[column])) || partOf(cell)) more++;
    else if (match(cell) || PERSONAL.test(text)) continue;
    else return false;
  }
  return more > 0;
}

/** Is a heading, or the empty cells behind it, over more columns than one? */
function isShared(cells: readonly Cell[], column: number): boolean {
  const own = textOf(cells[column] ?? null);
  const [before, behind] = [textOf(cells[column - 1] ?? null), textOf(cells[column + 1] ?? null)];
  if (own === null) return before !== null || isShared(cells, column - 1);
  return own === before || own === behind || (behind === null && column + 1 < cells.length);
}

/** Does a row say something of its own only below headings that are merged over several columns, and only in words? */
function isBelowMerged(row: SheetRow, below: SheetRow): boolean {
  const own = below.cells.flatMap((cell, column) => {
    const text = textOf(cell);
    return text === null || text === textOf(row.cells[column] ?? null) ? [] : [{ cell, text, column }];
  });
  const columns = below.cells.filter((cell) => textOf(cell) !== null).length;
  const isWhole = own.length < Math.max(columns, row.cells.filter((cell) => textOf(cell) !== null).length);
  return (
    own.length >= 2 &&
    isWhole &&
    own.every(
      ({ cell, text, column }) =>
        typeof cell === 'string' && text.length <= LONGEST_TITLE && !NO_TITLE.test(text) && isShared(row.cells, column),
    )
  );
}

/** The heading of each column: its own, else the one below it, else the one above that is merged over it. */
function place<F extends string>(
  own: readonly Cell[],
  parent: readonly Cell[],
  child: readonly Cell[],
  match: Match<F>,
  partOf: Match<F>,
): Found<F> {
  const ticks: Found<F>['ticks'] = new Map();
  const places = new Map<F, number>();
  const titles: string[] = [];
  const uppers: Found<F>['uppers'] = [];
  const twice: Found<F>['twice'] = [];
  const width = Math.max(own.length, child.length, own.length === 0 ? 0 : parent.length);
  // A sheet's title says the same over every column and heads none.
  const isParent = new Set(parent.map((cell) => textOf(cell)).filter((text) => text !== null)).size > 1;
  for (let column = 0; column < width; column++) {
    const [lower, middle, upper] = [child[column], own[column], parent[column]];
    const isOwnEmpty = textOf(middle ?? null) === null;
    const [part] = [lower, middle].filter((one) => partOf(one) !== undefined);
    const listed = part === undefined ? undefined : partOf(part);
    if (part !== undefined && listed !== undefined) {
      titles.push(textOf(part) ?? '');
      uppers.push(null);
      ticks.set(column, listed.field);
      continue;
    }
    const lowerText = textOf(lower ?? null);
    const isDivided = lowerText !== null && lowerText !== textOf(middle ?? null) && isShared(own, column);
    const isAbove = isOwnEmpty && isParent && textOf(upper ?? null) !== null;
    const cell =
      match(lower) || isDivided
        ? lower
        : match(middle) || !isOwnEmpty
          ? middle
          : match(upper) || isAbove
            ? upper
            : middle;
    const heading = match(cell);
    titles.push(textOf(cell ?? null) ?? '');
    uppers.push(
      isDivided ? sharedHeading(own, column) : !isOwnEmpty && isParent ? sharedHeading(parent, column) : null,
    );
    if (!heading) continue;
    const before = places.get(heading.field);
    if (before === undefined) places.set(heading.field, column);
    // One heading merged over several columns is theirs together, not twice the same column.
    else if (!(before === column - 1 && titles[before] === titles[column] && cell !== middle))
      twice.push([column, heading]);
  }
  return { places, titles, uppers, ticks, twice };
}

/** The heading that is merged over a column and its neighbour; null where none is. */
function sharedHeading(cells: readonly Cell[], column: number): string | null {
  if (!isShared(cells, column)) return null;
  return textOf(cells[column] ?? null) ?? (column > 0 ? sharedHeading(cells, column - 1) : null);
}
