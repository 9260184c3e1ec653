/** Counts for a month, with small groups hidden so that nobody is found by subtraction. */
import * as v from 'valibot';
import { Kind } from '../session/wire';
import { openPicklist } from '../wire/tolerant';

/** Fewer people than this are not told as a number. */
export const SMALL = 5;

/** Whole months and one kind at a time: two overlapping questions could be subtracted. */
export const FiguresQuery = v.strictObject({
  month: v.pipe(v.string('type'), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'value')),
  kind: Kind,
});

/**
 * Why a number isn't told: `few` are one to four people; `cover` is a larger group without which the few could be worked
 * out; `group` are all numbers of a split that has too few people to tell any.
 */
const HiddenWhy = openPicklist(['few', 'cover', 'group'], 'group');

/** `count` null: hidden, and `hidden` says why. */
const Cell = v.object({
  key: v.string(),
  label: v.string(),
  count: v.nullable(v.number()),
  hidden: v.optional(HiddenWhy),
});
/** `total` null: hidden too. */
export const SplitWire = v.object({ total: v.nullable(v.number()), cells: v.array(Cell) });
export const FiguresWire = v.object({
  month: v.string(),
  kind: Kind,
  signUps: v.object({ byDay: SplitWire, byDistrict: SplitWire, bySource: SplitWire }),
  /** Of those whose session is over: came, missed. */
  attendance: SplitWire,
  /** The same by district; empty where `attendance` hides one of its numbers, since the sum over the districts tells it. */
  attendanceByDistrict: v.optional(v.object({ came: SplitWire, missed: SplitWire }), {
    came: { total: 0, cells: [] },
    missed: { total: 0, cells: [] },
  }),
  /** Of those whose session is over: why registrations were cancelled. */
  cancellations: v.optional(SplitWire, { total: 0, cells: [] }),
  /** Share who came, 0–1; null where it is hidden or nobody was due. */
  showRate: v.nullable(v.number()),
  /** From joining a waiting list to a place, in hours, over those who got one; null below five people. */
  waiting: v.object({
    people: v.nullable(v.number()),
    medianHours: v.nullable(v.number()),
    p90Hours: v.nullable(v.number()),
  }),
  reports: SplitWire,
  requests: SplitWire,
});
export const FiguresFileQuery = v.strictObject({
  ...FiguresQuery.entries,
  format: v.picklist(['csv', 'xlsx'], 'value'),
  /** Another month, to stand beside the first. */
  against: v.optional(FiguresQuery.entries.month),
});

export type FiguresWire = v.InferOutput<typeof FiguresWire>;
export type SplitWire = v.InferOutput<typeof SplitWire>;

export interface Counted {
  key: string;
  label: string;
  count: number;
}

/**
 * May `few` groups of one to four people and `cover` larger ones be hidden together, where their sum can be worked out and
 * the smallest group that is shown bounds the larger ones? Only where each of the few can then still be any number from one
 * to four: whoever reads the table knows this rule too, and which is which.
 */
function tellsNothing(few: number, cover: number, sum: number, smallestShown: number): boolean {
  const most = SMALL - 1;
  const canBeMost = sum >= most + (few - 1) + cover * SMALL;
  const canBeOne = sum <= 1 + (few - 1) * most + (cover === 0 ? 0 : cover * smallestShown);
  return sum >= 2 * SMALL && canBeMost && canBeOne;
}

/**
 * Hides what is too small to tell, and as much more as it takes that nothing hidden can be had by subtracting from
 * the total. Zeros stay: they are nobody. Each hidden number says why it is.
 *
 * @example suppress([{ key: 'a', label: 'A', count: 3 }, { key: 'b', label: 'B', count: 9 }, { key: 'c', label: 'C', count: 7 }])
 * // total 19, a hidden as one of few, c as its cover, b 9
 */
export function suppress(cells: readonly Counted[]): SplitWire {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const few = new Set(cells.filter(({ count }) => count > 0 && count < SMALL));
  const larger = cells.filter(({ count }) => count >= SMALL).sort((a, b) => a.count - b.count);
  const fewPeople = [...few].reduce((sum, { count }) => sum + count, 0);
  const isSafeWith = (cover: number): boolean =>
    few.size === 0 ||
    tellsNothing(
      few.size,
      cover,
      larger.slice(0, cover).reduce((sum, { count }) => sum + count, fewPeople),
      larger[cover]?.count ?? Infinity,
    );
  const needed = Array.from({ length: larger.length + 1 }, (_, cover) => cover).find(isSafeWith);
  const covers = new Set(larger.slice(0, needed));
  return {
    // With nothing larger to hide behind, the total is hidden too.
    total: needed === undefined ? null : total,
    cells: cells.map((one): SplitWire['cells'][number] => {
      const { key, label, count } = one;
      if (!few.has(one) && !covers.has(one)) return { key, label, count };
      const hidden = needed === undefined ? 'group' : few.has(one) ? 'few' : 'cover';
      return { key, label, count: null, hidden };
    }),
  };
}

/** All numbers of a split hidden, where another table tells their sum and must not. */
export const hideAll = (cells: readonly Counted[]): SplitWire => ({
  total: null,
  cells: cells.map(({ key, label }) => ({ key, label, count: null, hidden: 'group' })),
});
