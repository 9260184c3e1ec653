/** The draft's answers as the rules take them: one reading, which the clock, the amounts and the application share. */
import { isOneOf } from '@yugong/domain/narrow';
import type { Day } from '@yugong/domain/calendar';
import {
  interruptionKinds,
  isProcedure,
  isRealDay,
  troubles,
  type ClockFacts,
  type Interruption,
  type ClaimStory,
  type Trouble,
} from '@yugong/domain/labour-law';
import type { LegalDraft } from './store';

/** A day that was answered, or null. */
export const draftDayOf = ({ fields }: Pick<LegalDraft, 'fields'>, name: string): Day | null => {
  const value = fields[name] ?? '';
  return isRealDay(value) ? value : null;
};

/** What was signed. */
export const relations = ['written', 'none', 'platform', 'part-time', 'retired', 'unsure'] as const;
export type Relation = NonNullable<ClaimStory['contract']>;

/** What was signed; null where it wasn't answered. */
export const relationOf = ({ fields }: Pick<LegalDraft, 'fields'>): Relation | null =>
  relations.find((one) => one === fields.relation) ?? null;

/**
 * Has a labour relation to be confirmed before anything else? Then every amount is one that is due if it is, and the
 * application asks for the confirmation first.
 */
export function isRelationFirst(draft: Pick<LegalDraft, 'fields'>): boolean {
  const relation = relationOf(draft);
  return relation === 'platform' || relation === 'retired' || relation === 'unsure';
}

/**
 * What it is about: what was chosen, and what follows from the other answers. Work for a wage without a written
 * contract is itself the trouble that doubles the wage.
 */
export function troublesOf(draft: Pick<LegalDraft, 'troubles' | 'fields'>): Trouble[] {
  const relation = relationOf(draft);
  return troubles.filter(
    (one) =>
      // Part-time work may be agreed by word of mouth (劳动合同法 69): without a contract nothing is doubled there.
      (draft.troubles.includes(one) && !(one === 'no-contract' && relation === 'part-time')) ||
      (one === 'no-contract' && relation === 'none') ||
      (one === 'platform' && relation === 'platform'),
  );
}

/** The last day of work; null while it goes on, whatever day was typed before that was said. */
export const endedOf = (draft: Pick<LegalDraft, 'fields'>): Day | null =>
  draft.fields.still === 'yes' ? null : draftDayOf(draft, 'ended');

/** Has the work ended? Null where that wasn't answered. */
export function hasLeft(draft: Pick<LegalDraft, 'fields'>): boolean | null {
  if (draft.fields.still === 'yes') return false;
  return draft.fields.still === 'no' || draftDayOf(draft, 'ended') !== null ? true : null;
}

/** The years of annual leave that were chosen, the earliest first. */
export const leaveYearsOf = ({ fields }: Pick<LegalDraft, 'fields'>): number[] =>
  [...new Set(fields.leaveYear?.match(/\d{4}/g))].map(Number).sort((a, b) => a - b);

/** What made the year begin anew, in the order of its days. */
export const interruptionsOf = ({ events }: Pick<LegalDraft, 'events'>): Interruption[] =>
  events
    .flatMap(({ on, kind, proven, over, until = '' }): Interruption[] => {
      if (!isRealDay(on) || !isOneOf(interruptionKinds, kind)) return [];
      const base = { on, kind, proven };
      if (!isProcedure(kind)) return [base];
      if (over === 'no') return [{ ...base, until: null }];
      return over === 'yes' && isRealDay(until) && until >= on ? [{ ...base, until }] : [base];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** The times in which it was impossible to apply. */
export const suspensionsOf = ({ stops }: Pick<LegalDraft, 'stops'>): { from: Day; to: Day | null }[] =>
  stops
    .filter(({ from, to }) => isRealDay(from) && (to === '' || (isRealDay(to) && to >= from)))
    .map(({ from, to }) => ({ from, to: to === '' ? null : to }));

/** The day the claim that is being decided was handed in: as typed, or as the interview was told. */
export const filedOn = (draft: Pick<LegalDraft, 'fields' | 'events'>): Day | null =>
  draftDayOf(draft, 'filed') ??
  interruptionsOf(draft).find(({ kind, until }) => kind === 'filed' && until === null)?.on ??
  null;

/** The time of a suit over the labour relation and the like, which doesn't count for an injury. */
function injuryStop(draft: LegalDraft): { from: Day; to: Day | null }[] {
  const from = draftDayOf(draft, 'injuryStopFrom');
  return from === null ? [] : [{ from, to: draftDayOf(draft, 'injuryStopTo') }];
}

/** What was told, for the rules. */
export function clockFactsOf(draft: LegalDraft, today: Day): ClockFacts {
  const injured = draft.troubles.includes('injury') ? draftDayOf(draft, 'injuredOn') : null;
  const received = draftDayOf(draft, 'awardReceived');
  return {
    today,
    troubles: troublesOf(draft),
    started: draftDayOf(draft, 'started'),
    left: hasLeft(draft),
    ended: endedOf(draft),
    knew: draftDayOf(draft, 'knew'),
    signed: draft.fields.relation === 'written' ? draftDayOf(draft, 'signed') : null,
    leaveYears: leaveYearsOf(draft),
    interruptions: interruptionsOf(draft),
    suspensions: suspensionsOf(draft),
    injury:
      injured === null
        ? null
        : {
            on: injured,
            excluded: injuryStop(draft),
            applied: draftDayOf(draft, 'injuryApplied'),
            decided: draftDayOf(draft, 'injuryDecided'),
          },
    filed: filedOn(draft),
    accepted: draftDayOf(draft, 'accepted'),
    award: received === null ? null : { received, final: draft.fields.awardFinal === 'yes' },
  };
}
