import type { Day } from '../../calendar';
import type { Interruption, Suspension } from './limitation';

/** What a worker is in trouble about. */
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

/**
 * What the worker told, in the one form that the clock, the amounts, the application and the routes read. Null has one
 * meaning everywhere: it wasn't answered, or didn't happen.
 */
export interface ClockFacts {
  today: Day;
  troubles: readonly Trouble[];
  /** First day of work. */
  started: Day | null;
  /** Has the work ended? Null where that wasn't answered. */
  left?: boolean | null;
  /** Last day of work; null while it goes on, and where the day isn't known: `left` tells the two apart. */
  ended: Day | null;
  /** The day the worker knew or had to know; for what isn't wages. */
  knew: Day | null;
  /** The day a written contract was signed. */
  signed: Day | null;
  /** The years of annual leave that are claimed; each has a year of its own. */
  leaveYears?: readonly number[];
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
  /** The day the claim that is being decided was handed in at the arbitration committee. */
  filed: Day | null;
  accepted: Day | null;
  award: { received: Day; final: boolean } | null;
}

/** Has the work ended without its last day being known? Then no year can be reckoned from it. */
export const endUnknown = ({ left, ended }: Pick<ClockFacts, 'left' | 'ended'>): boolean =>
  left === true && ended === null;
