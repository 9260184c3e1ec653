import type { Day } from '../../calendar';
import type { Interruption, Suspension } from './limitation';

/** What a worker is in trouble about, as far as the clock is concerned. */
export const troubles = [
  'wages',
  'dismissed',
  'no-contract',
  'overtime',
  'leave',
  'injury',
  'insurance',
  'platform',
  'deductions',
  'harassment',
] as const;
export type Trouble = (typeof troubles)[number];

/** The dates that the clock is reckoned from; null where they aren't known or didn't happen. */
export interface ClockFacts {
  today: Day;
  troubles: readonly Trouble[];
  /** First day of work. */
  started: Day | null;
  /** Last day of work; null while it goes on. */
  ended: Day | null;
  /** The day the worker knew or had to know; for what isn't wages. */
  knew: Day | null;
  /** The day a written contract was signed. */
  signed: Day | null;
  interruptions: readonly Interruption[];
  suspensions: readonly Suspension[];
  injury: {
    on: Day;
    /** The times in which a claim could not be made (法释〔2014〕9号 7), such as a suit over the labour relation. */
    excluded: readonly Suspension[];
    /** The day the application for a decision was taken in. */
    applied: Day | null;
    /** The day the decision on the injury was received. */
    decided: Day | null;
  } | null;
  /** The day the claim was handed in at the arbitration committee. */
  filed: Day | null;
  accepted: Day | null;
  award: { received: Day; final: boolean } | null;
}
