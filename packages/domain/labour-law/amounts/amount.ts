import type { Article } from '../articles';
import type { Fen } from '../money';

/** One step of the workings: what it is, how it came about, and what it comes to. */
export interface WorkingStep {
  what: string;
  how: string;
  fen?: Fen | undefined;
  /**
   * The same step in a paper's register, where the phone's words carry notes to the reader; `left-out` where a paper
   * has no use for the step.
   */
  onPaper?: { what: string; how: string } | 'left-out' | undefined;
}

/** The higher of two figures that can be argued, where courts or texts differ. */
export interface HigherFigure {
  fen: Fen;
  /** On which reading it stands, and how sure that is known to be. */
  because: string;
  /** What asking for it risks. */
  risk: string;
  /** Does a primary source carry this reading here? Only then is it chosen beforehand. */
  preselected: boolean;
  /** The workings of this figure, for the annex of the application. */
  steps: WorkingStep[];
  /** The articles that this reading rests on beside the others; all of them where it is a claim of another name. */
  basis: readonly Article[];
  /** What an application calls it, where this reading is another claim than the lower one. */
  claim?: string | undefined;
}

/** A claim in money, with everything that is needed to check it by hand. */
export interface Amount {
  title: string;
  /** What an application calls it, in the law's own words. */
  claim: string;
  /** The lower figure that can be argued, or the only one. */
  fen: Fen;
  other: HigherFigure | null;
  lines: WorkingStep[];
  /** The articles that the claim itself rests on, as the application cites them. */
  basis: readonly Article[];
  /** Every article that the page shows, the employer's defences among them. */
  articles: readonly Article[];
  /** What was taken as given. */
  assumptions: string[];
  /** What would make it more, less or nothing. */
  changes: string[];
}

/** Which of an amount's two figures goes into the application. */
export type Reading = 'lower' | 'higher';

/** A figure that a place publishes, typed in or confirmed by the reader. */
export interface LocalFigure {
  fen: Fen;
  /** Of when it is, as far as its reader knows: `2025`, `2025-01`. */
  asOf: string;
}

/** What was earned before the end, gross: with bonuses and allowances (实施条例 27). */
export interface Earnings {
  totalFen: Fen;
  /** How many months the total is of: twelve, or fewer where the work lasted less. */
  months: number;
}

/** What is risked by asking for less: a committee awards no more than it is asked for. */
export const RISK_OF_LOWER = '没有请求的部分，仲裁委不会主动裁给你，以后再要可能已经过期。';

/**
 * The reading that is chosen before the worker has chosen; null where the worker has to, because two figures can be
 * argued and no primary source carries the higher one.
 */
export function readingBeforehand({ fen, other }: Pick<Amount, 'fen' | 'other'>): Reading | null {
  if (other === null || other.fen <= fen) return 'lower';
  return other.preselected ? 'higher' : null;
}

/**
 * The amount as it is claimed by one of its readings: one figure with the workings and the basis of that reading.
 *
 * @example claimedBy(doubleWage(work, rest), 'higher').other // null
 */
export function claimedBy(amount: Amount, reading: Reading): Amount {
  const { other } = amount;
  if (reading === 'lower' || other === null) return { ...amount, other: null };
  const { fen, steps: lines, claim } = other;
  return claim === undefined
    ? { ...amount, fen, lines, basis: [...amount.basis, ...other.basis], other: null }
    : { ...amount, claim, fen, lines, basis: other.basis, other: null };
}

/** The higher figure beside the lower one; null where they don't differ. */
export const higherFigure = (lower: Fen, higher: HigherFigure): HigherFigure | null =>
  higher.fen > lower ? higher : null;
