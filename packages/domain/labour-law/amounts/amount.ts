import type { Article } from '../articles';
import type { Fen } from '../money';

/** One line of the workings: what it is, how it came about, and what it comes to. */
export interface Line {
  what: string;
  how: string;
  fen?: Fen | undefined;
}

/** A claim in money, with everything that is needed to check it by hand. */
export interface Amount {
  title: string;
  /** What an application calls it, in the law's own words. */
  claim: string;
  /** The cautious figure. */
  fen: Fen;
  /** The higher figure, where the law or its reading is disputed. */
  other: { fen: Fen; because: string } | null;
  lines: Line[];
  articles: readonly Article[];
  /** What was taken as given. */
  assumptions: string[];
  /** What would make it more, less or nothing. */
  changes: string[];
}

/** A figure that a place publishes. It is typed in by the reader, never known to the app. */
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

/** The higher of two figures beside the cautious one; null where they don't differ. */
export const otherFigure = (cautious: Fen, higher: Fen, because: string): Amount['other'] =>
  higher > cautious ? { fen: higher, because } : null;
