/** The draft's answers as the rules take them. */
import type { Day } from '@yugong/domain/calendar';
import {
  interruptionKinds,
  isRealDay,
  troubles,
  type ClockFacts,
  type InterruptionKind,
  type Trouble,
} from '@yugong/domain/labour-law';
import type { LegalDraft } from './store';

/** A day that was answered, or null. */
export const dayOf = ({ fields }: LegalDraft, name: string): Day | null => {
  const value = fields[name] ?? '';
  return isRealDay(value) ? value : null;
};

const isKind = (kind: string): kind is InterruptionKind => (interruptionKinds as readonly string[]).includes(kind);
export const troublesOf = (draft: LegalDraft): Trouble[] => troubles.filter((one) => draft.troubles.includes(one));

/** The last day of work; null while it goes on, whatever day was typed before that was said. */
export const endedOf = (draft: LegalDraft): Day | null => (draft.fields.still === 'yes' ? null : dayOf(draft, 'ended'));

/** The time of a suit over the labour relation and the like, which doesn't count for an injury. */
function injuryStop(draft: LegalDraft): { from: Day; to: Day | null }[] {
  const from = dayOf(draft, 'injuryStopFrom');
  return from === null ? [] : [{ from, to: dayOf(draft, 'injuryStopTo') }];
}

export function clockFactsOf(draft: LegalDraft, today: Day): ClockFacts {
  const stops = draft.stops
    .filter(({ from, to }) => isRealDay(from) && (to === '' || isRealDay(to)))
    .map(({ from, to }) => ({ from, to: to === '' ? null : to }));
  const injured = draft.troubles.includes('injury') ? dayOf(draft, 'injuredOn') : null;
  const received = dayOf(draft, 'awardReceived');
  return {
    today,
    troubles: troublesOf(draft),
    started: dayOf(draft, 'started'),
    ended: endedOf(draft),
    knew: dayOf(draft, 'knew'),
    signed: draft.fields.relation === 'written' ? dayOf(draft, 'signed') : null,
    interruptions: draft.events.flatMap(({ on, kind, proven }) =>
      isRealDay(on) && isKind(kind) ? [{ on, kind, proven }] : [],
    ),
    suspensions: stops,
    injury:
      injured === null
        ? null
        : {
            on: injured,
            excluded: injuryStop(draft),
            applied: dayOf(draft, 'injuryApplied'),
            decided: dayOf(draft, 'injuryDecided'),
          },
    filed: dayOf(draft, 'filed'),
    accepted: dayOf(draft, 'accepted'),
    award: received === null ? null : { received, final: draft.fields.awardFinal === 'yes' },
  };
}
