/** How a programme's screening goes on after the day: who was told, who was asked to come again, and who came. */
import * as v from 'valibot';
import { SplitWire, suppress, type Counted } from '../monthly-figures/wire';
import type { OutcomeWire, RecallOutcome } from './wire';

/** A share of people, 0–1; null where it is hidden, or where there is nobody to have a share of. */
const Share = v.nullable(v.number());

export const FollowUpWire = v.object({
  /** Of those who came to a session that is over: told their result, or not yet. */
  told: SplitWire,
  /** Of the same people: asked to come again, or not. */
  recalled: SplitWire,
  /** Of those who were asked: how that ended, or that it isn't known. */
  recalls: SplitWire,
  shares: v.object({ told: Share, recalled: Share, cameAgain: Share }),
});
export type FollowUpWire = v.InferOutput<typeof FollowUpWire>;

type Outcome = Pick<OutcomeWire, 'notifiedAt' | 'recalledAt' | 'recall'>;

const hidden = ({ cells }: SplitWire): SplitWire => ({
  total: null,
  cells: cells.map((one) => ({ ...one, count: one.count === 0 ? 0 : null })),
});

/** What a cell's share of its split is; null where either is hidden. */
function shareOf({ total, cells }: SplitWire, key: string): number | null {
  const count = cells.find((one) => one.key === key)?.count ?? null;
  return total === null || total === 0 || count === null ? null : Math.round((count / total) * 1000) / 1000;
}

/**
 * Counts what became of everybody who came, with small groups hidden. The last split is of one of the people of the one
 * before: where either hides how many were asked to come again, neither tells it.
 *
 * @param outcomes one of each person who came
 */
export function followUpOf(outcomes: readonly Outcome[]): FollowUpWire {
  const asked = outcomes.filter(({ recalledAt }) => recalledAt !== null);
  const told = outcomes.filter(({ notifiedAt }) => notifiedAt !== null).length;
  const ended = (key: RecallOutcome | null): number => asked.filter(({ recall }) => recall.outcome === key).length;
  const split = (...cells: [key: string, label: string, count: number][]): SplitWire =>
    suppress(cells.map(([key, label, count]): Counted => ({ key, label, count })));
  const ofTold = split(['told', '已通知结果', told], ['untold', '还没通知', outcomes.length - told]);
  const ofAsked = split(
    ['recalled', '已通知复查', asked.length],
    ['not-recalled', '不用复查', outcomes.length - asked.length],
  );
  const ofRecalls = split(
    ['came', '已来复查', ended('came')],
    ['declined', '本人不来', ended('declined')],
    ['unreachable', '联系不上', ended('unreachable')],
    ['open', '还不知道', ended(null)],
  );
  const isAskedHidden = ofAsked.cells.some(({ count }) => count === null) || ofRecalls.total === null;
  const recalled = isAskedHidden
    ? { ...ofAsked, cells: ofAsked.cells.map((one) => ({ ...one, count: one.count === 0 ? 0 : null })) }
    : ofAsked;
  const recalls = isAskedHidden ? hidden(ofRecalls) : ofRecalls;
  // Both are splits of everybody who came: where one must hide how many that are, the other doesn't tell it.
  const total = ofTold.total === null || recalled.total === null ? null : ofTold.total;
  const splits = { told: { ...ofTold, total }, recalled: { ...recalled, total }, recalls };
  return {
    ...splits,
    shares: {
      told: shareOf(splits.told, 'told'),
      recalled: shareOf(splits.recalled, 'recalled'),
      cameAgain: shareOf(splits.recalls, 'came'),
    },
  };
}
