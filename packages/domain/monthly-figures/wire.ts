/** Counts for a month, with small groups hidden so that nobody is found by subtraction. */
import * as v from 'valibot';
import { Kind } from '../session/wire';

/** Fewer people than this are not told as a number. */
export const SMALL = 5;

/** Whole months and one kind at a time: two overlapping questions could be subtracted. */
export const FiguresQuery = v.strictObject({
  month: v.pipe(v.string('type'), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'value')),
  kind: Kind,
});
/** `count` null: hidden. */
const Cell = v.object({ key: v.string(), label: v.string(), count: v.nullable(v.number()) });
/** `total` null: hidden too. */
export const SplitWire = v.object({ total: v.nullable(v.number()), cells: v.array(Cell) });
export const FiguresWire = v.object({
  month: v.string(),
  kind: Kind,
  signUps: v.object({ byDay: SplitWire, byDistrict: SplitWire, bySource: SplitWire }),
  /** Of those whose session is over: came, missed. */
  attendance: SplitWire,
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
});

export type FiguresWire = v.InferOutput<typeof FiguresWire>;
export type SplitWire = v.InferOutput<typeof SplitWire>;

export interface Counted {
  key: string;
  label: string;
  count: number;
}

/**
 * Hides what is too small to tell, and as much more as it takes that nothing hidden can be had by subtracting from
 * the total. Zeros stay: they are nobody. What is hidden together is never so little that it gives itself away.
 *
 * @example suppress([{ key: 'a', label: 'A', count: 2 }, { key: 'b', label: 'B', count: 9 }, { key: 'c', label: 'C', count: 7 }])
 * // total 18, a and c hidden, b 9
 */
export function suppress(cells: readonly Counted[]): SplitWire {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const hidden = new Set(cells.filter(({ count }) => count > 0 && count < SMALL));
  const rest = cells.filter(({ count }) => count >= SMALL).sort((a, b) => a.count - b.count);
  // Larger ones are hidden with the small ones until together they are twice the limit: whoever knows this rule and the
  // total could otherwise work out several small ones that add up to little, or to as much as they can.
  const sum = (): number => [...hidden].reduce((all, { count }) => all + count, 0);
  let isSafe = hidden.size === 0;
  for (const larger of isSafe ? [] : rest) {
    hidden.add(larger);
    if ((isSafe = sum() >= 2 * SMALL)) break;
  }
  return {
    // With nothing larger to hide behind, the total is hidden too.
    total: isSafe ? total : null,
    cells: cells.map((one) => ({ key: one.key, label: one.label, count: hidden.has(one) ? null : one.count })),
  };
}
