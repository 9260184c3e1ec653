/**
 * What a column is of when its heading is none that is known: by words of its heading and by what stands in its cells.
 *
 * A heading's words alone would take 建成时间 for hours and 街道名称 for a station's name, and cells alone would take any
 * number for a telephone. Where a field says how its cells look, both have to agree.
 */
import { textOf } from './cells';
import type { Cell } from './sheet';

/** How a field's column is known besides by its names. */
export interface ColumnMeaning {
  /** Words that a heading has when it means the field; compared without blanks, numbers in front and brackets behind. */
  means: RegExp;
  /** Does a cell look like one of the field's? A heading counts only where at least half of its cells do. */
  holds?: (text: string, cell: Cell) => boolean;
  /** Where a heading says what it is of, cells may look like this as well: a station's short name ends in any word. */
  allows?: (text: string) => boolean;
  /** Do such cells say what they are under any heading at all? */
  isToldByCells?: true;
  /** Headings of columns that go on with the field's own, 门牌 behind 路名: their cells belong to one. */
  parts?: RegExp;
}

/** What is known of a field's columns: its meaning, where it has one, and the names that a heading may end in. */
export type KnownMeaning = Partial<ColumnMeaning> & { endings: readonly string[] };

/** A column that has to be given a meaning. */
export interface UnknownColumn {
  column: number;
  /** Its heading, and the one above it where that is merged over several. */
  titles: readonly string[];
  cells: readonly Cell[];
}

/** Cells that are read of a column: more say nothing else. */
const MOST_CELLS = 200;
/** What holds of this many of its cells holds of a column whose heading says nothing. */
const SURELY = 0.8;

/** Headings that name what a column is not of, whatever its cells look like. */
const OF_OTHERS =
  /工作日|平日|周末|双休|周[一二三四五六日]|星期|节假?日|上午|下午|夏|冬|填报|提交|上报|更新|建成|建站|投用|竣工|揭牌|巡查|检查|统计|录入|人次|面积|投入|容纳/;

/**
 * The ways to read a heading: without its number and its brackets, what its brackets say, and behind the heading above it.
 *
 * @example readingsOf(['4. 每天几点到几点开放？（必填）']) // ['每天几点到几点开放', '必填']
 */
function readingsOf(titles: readonly string[]): string[] {
  const plain = titles.map((title) =>
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*:★※?!。]/g, '')
      .replace(/^(?:第?\d{1,2}|[一二三四五六七八九十]{1,2})[.、题](?!\d)/, ''),
  );
  const bare = plain.map((title) => title.replace(/\([^()]*\)/g, ''));
  const inside = plain.flatMap((title) => [...title.matchAll(/\(([^()]+)\)/g)].map(([, words = '']) => words));
  const joined = bare.length > 1 ? [[...bare].reverse().join('')] : [];
  return [...bare, ...joined, ...inside].filter((reading) => reading !== '');
}

/** How surely a column is of a field, from 0 to 3. Its own words count more than what only its brackets say. */
function likeness(
  { means, endings, holds, allows, isToldByCells }: KnownMeaning,
  { titles, cells }: UnknownColumn,
): { score: number; isNamed: boolean } {
  const readings = readingsOf(titles);
  const at = readings.findIndex(
    (reading) => means?.test(reading) === true || endings.some((ending) => reading.endsWith(ending)),
  );
  const isNamed = at >= 0;
  if (holds === undefined) return { isNamed, score: isNamed ? 2 - at / 10 : 0 };
  const filled = cells.filter((cell) => textOf(cell) !== null).slice(0, MOST_CELLS);
  const fits = (isNamed ? allows : undefined) ?? holds;
  const held = filled.filter((cell) => fits(textOf(cell) ?? '', cell)).length;
  const share = filled.length === 0 ? 0.5 : held / filled.length;
  if (isNamed) return { isNamed, score: share >= 0.5 ? 2 + share - at / 10 : 0 };
  const isTold = isToldByCells === true && held >= 2 && share >= SURELY && !OF_OTHERS.test(readings.join(' '));
  return { isNamed, score: isTold ? share : 0 };
}

const NONE = { score: 0, isNamed: false };

/** A column and the field that it is taken for. */
export interface Meant<F> {
  column: number;
  field: F;
  /** Does it go on with the field's own column? */
  isPart: boolean;
  /** Does its heading say so? Otherwise only its cells do. */
  isNamed: boolean;
}

/**
 * Gives unknown columns to the fields that have none, the surest pair first. Of two columns that are equally likely to be
 * of one field, the first is taken.
 *
 * @param placed where fields stand already
 */
export function meantColumns<F extends string>(
  columns: readonly UnknownColumn[],
  meanings: ReadonlyMap<F, KnownMeaning>,
  placed: ReadonlyMap<F, number>,
): Meant<F>[] {
  const pairs = columns.flatMap((one) =>
    [...meanings].flatMap(([field, meaning]) => {
      const { score, isNamed } = placed.has(field) ? NONE : likeness(meaning, one);
      return score > 0 ? [{ column: one.column, field, score, isNamed }] : [];
    }),
  );
  const meant: Meant<F>[] = [];
  const places = new Map(placed);
  for (const { column, field, isNamed } of pairs.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (places.has(field) || meant.some((one) => one.column === column)) continue;
    places.set(field, column);
    meant.push({ column, field, isNamed, isPart: false });
  }
  for (const { column, titles } of columns) {
    if (meant.some((one) => one.column === column)) continue;
    for (const [field, { parts }] of meanings) {
      if (!places.has(field) || parts === undefined) continue;
      if (readingsOf(titles).some((reading) => parts.test(reading)))
        meant.push({ column, field, isNamed: true, isPart: true });
    }
  }
  return meant;
}
