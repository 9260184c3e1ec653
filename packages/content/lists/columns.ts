/** A list's columns: how clerks head them, and where they are in a sheet. */
import { textOf } from './cells';
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
    .replace(/[\s*:：★※]/g, '')
    .replace(/\([^()]*\)$/, '');

/** What a fault calls a field before a clerk. */
export const headingName = <F extends string>(headings: readonly Heading<F>[], field: F): string =>
  headings.find((one) => one.field === field)?.heading ?? field;

/** Longer cells are no headings. */
const LONGEST_TITLE = 16;

/** The names of a column that a longer title may end in. */
const endingsOf = <F extends string>({ heading, also }: Heading<F>): string[] =>
  [heading, ...also].map(fold).filter((name) => /[\u4e00-\u9fff]{2}/.test(name) && name !== '时间');

/** Rows that may stand above the headings: titles, who filled it in, a cover's words. */
const MOST_TITLE_ROWS = 20;
/** Columns that every list has for its own sake, and those that name a person, which no list takes. */
const OWN = new Set(['序号', '序', 'no', 'no.', '#', '行号', '编码', '站点编码']);
const PERSONAL = /联系人|负责人|姓名|站长|管理员|填报人|填表人|责任人/;

interface Found<F extends string> {
  places: Map<F, number>;
  titles: string[];
  ticks: Map<number, F>;
  /** Columns that two headings claim. */
  twice: [column: number, heading: Heading<F>][];
}

/** Finds the headings of a sheet, in one row or in two, below whatever titles stand above them. */
export function readHead<F extends string>(sheet: Sheet, headings: readonly Heading<F>[], file: string): Head<F> {
  const match = matcherOf(headings);
  const top = sheet.rows.slice(0, MOST_TITLE_ROWS);
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
  const at = sure >= 2 || (sure >= 1 && likely >= 3) ? best : -1;
  const row = top[at];
  const notes: ListRemark<F>[] = [];
  const faults: ListFault<F>[] = [];
  const required = headings.filter(({ isRequired }) => isRequired).map(({ field }) => field);
  const none = { sheet: sheet.name, given: new Map<F, string>(), faults, notes };
  if (!row) return { ...none, row: 0, places: new Map(), titles: [], ticks: new Map(), missing: required };

  const above = top[at - 1];
  const below = top[at + 1];
  const partOf: Match<F> = (cell) => {
    const title = textOf(cell ?? null);
    return title === null || match(cell) ? undefined : headings.find(({ isPart }) => isPart?.(title));
  };
  const isTwoRowed = below !== undefined && isSubHead(row, below, match, partOf);
  const parent = above && above.number === row.number - 1 ? above.cells : [];
  const child = isTwoRowed ? below.cells : [];
  const { places, titles, ticks, twice } = place(row.cells, parent, child, match, partOf);
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
  guess(titles, places, ticks, headings, match, (column, heading) => {
    notes.push({
      ...at2(column),
      field: heading.field,
      message: `这一列当作「${heading.heading}」来读；不是的话改一下列名`,
    });
  });
  const used = new Set([...places.values(), ...ticks.keys()]);
  for (const [column, title] of titles.entries()) {
    if (title === '' || used.has(column) || OWN.has(fold(title)) || match(title)) continue;
    const message = PERSONAL.test(title) ? '没有用到这一列：不公开个人姓名' : '没有用到这一列；写错了列名就照模板改';
    notes.push({ ...at2(column), message });
  }
  for (const [column, heading] of twice) {
    faults.push({ ...at2(column), message: `「${heading.heading}」有两列`, expected: '只留一列' });
  }
  const missing = required.filter((field) => !places.has(field));
  return { ...none, row: last, places, titles, ticks, missing };
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
  const twice: Found<F>['twice'] = [];
  const width = Math.max(own.length, child.length, own.length === 0 ? 0 : parent.length);
  for (let column = 0; column < width; column++) {
    const [lower, middle, upper] = [child[column], own[column], parent[column]];
    const isOwnEmpty = textOf(middle ?? null) === null;
    const [part] = [lower, middle].filter((one) => partOf(one) !== undefined);
    const listed = part === undefined ? undefined : partOf(part);
    if (part !== undefined && listed !== undefined) {
      titles.push(textOf(part) ?? '');
      ticks.set(column, listed.field);
      continue;
    }
    const cell = match(lower) ? lower : match(middle) || !isOwnEmpty ? middle : match(upper) ? upper : middle;
    const heading = match(cell);
    titles.push(textOf(cell ?? null) ?? '');
    if (!heading) continue;
    const before = places.get(heading.field);
    if (before === undefined) places.set(heading.field, column);
    // One heading merged over several columns is theirs together, not twice the same column.
    else if (!(before === column - 1 && titles[before] === titles[column] && cell !== middle))
      twice.push([column, heading]);
  }
  return { places, titles, ticks, twice };
}

/** Columns whose heading only ends in one that is known: 驿站地址, 联系电话（值班）. Every guess is told. */
function guess<F extends string>(
  titles: readonly string[],
  places: Map<F, number>,
  ticks: ReadonlyMap<number, F>,
  headings: readonly Heading<F>[],
  match: Match<F>,
  tell: (column: number, heading: Heading<F>) => void,
): void {
  const used = new Set([...places.values(), ...ticks.keys()]);
  for (const heading of headings) {
    if (heading.isExact || places.has(heading.field)) continue;
    const names = endingsOf(heading);
    const found = titles.flatMap((title, column) => {
      const folded = fold(title);
      const isOther =
        used.has(column) || match(title) || PERSONAL.test(title) || /单位|公司|工会.{0,2}名称/.test(title);
      return !isOther && names.some((name) => folded.endsWith(name)) ? [column] : [];
    });
    const [only, second] = found;
    if (only === undefined || second !== undefined) continue;
    places.set(heading.field, only);
    used.add(only);
    tell(only, heading);
  }
}
