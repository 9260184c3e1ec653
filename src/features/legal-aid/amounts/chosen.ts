/** Which amounts go into the application, and by which of their readings. */
import type { Day } from '@yugong/domain/calendar';
import { claimedBy, readingBeforehand, type Amount, type Reading, type RestDays } from '@yugong/domain/labour-law';
import type { LegalDraft } from '../draft/store';
import { amountKinds, computeAmount, type AmountKind, type AmountPart } from './compute';

/** The field that remembers the reading chosen for an amount. */
export const readingField = (key: string): string => `reading-${key}`;

/** The reading that was chosen, or the one that stands beforehand; null where the worker still has to choose. */
export function readingOf({ fields }: Pick<LegalDraft, 'fields'>, { key, amount }: AmountPart): Reading | null {
  const chosen = fields[readingField(key)];
  if (amount.other !== null && (chosen === 'lower' || chosen === 'higher')) return chosen;
  return readingBeforehand(amount);
}

/** Can anything of it be asked for at all? */
export const isClaimable = ({ fen, other }: Pick<Amount, 'fen' | 'other'>): boolean => fen > 0 || other !== null;

export interface ChosenAmounts {
  /** As they are claimed: one figure each, in the order of the calculators. */
  amounts: Amount[];
  /** Two figures can be argued, and none was chosen yet. */
  undecided: AmountPart[];
  /** Chosen, and not computed yet. */
  unready: AmountKind[];
}

/** The amounts that were chosen for the application, as they come out today. */
export function chosenAmounts(draft: LegalDraft, today: Day, rest: RestDays): ChosenAmounts {
  const chosen: ChosenAmounts = { amounts: [], undecided: [], unready: [] };
  for (const kind of amountKinds.filter((one) => draft.claims.includes(one))) {
    const computed = computeAmount(kind, draft, today, rest);
    if (computed.state === 'missing') chosen.unready.push(kind);
    if (computed.state !== 'ready') continue;
    for (const part of computed.parts.filter(({ amount }) => isClaimable(amount))) {
      const reading = readingOf(draft, part);
      const claimed = reading && claimedBy(part.amount, reading);
      if (claimed === null) chosen.undecided.push(part);
      else if (claimed.fen > 0) chosen.amounts.push(claimed);
    }
  }
  return chosen;
}
