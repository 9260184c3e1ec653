/** What `npm run generate` made of `operator.json`. */
import type { Operator } from '@yugong/domain/operator';
import type { OperatorDocument } from '@yugong/domain/operator/words';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import generated from './generated/about.json';

/** Who runs this build, its texts, and which release it is. */
export interface About {
  /** Null in a build for trying: nobody answers for it. */
  operator: Operator | null;
  /** Is it the repository's example, which names nobody? */
  isExample: boolean;
  /** Within how many working days complaints are answered. */
  answerWithin: number;
  documents: readonly OperatorDocument[];
  version: string;
  /** What this release brings, in two lines. */
  whatIsNew: readonly string[];
}

export const about = bundleOf<About>(generated);
