/** What the app says of whoever runs it, from `operator.json`, which a union fills in (docs/deploy.md). */
import releases from '@yugong/content/releases.json';
import { existsSync, readFileSync } from 'node:fs';
import { ANSWER_WITHIN_AT_MOST, CONTENT_DAYS, isExample, readOperator, type Operator } from '@yugong/domain/operator';
import { operatorDocuments, type OperatorDocument } from '@yugong/domain/operator/words';

/** What is wrong with the file that says who runs the app. */
export class OperatorFaults extends Error {}

/**
 * Who runs the app; null where nobody says so, as in a fresh clone.
 *
 * @throws OperatorFaults with one line a fault where the file is there and wrong
 */
export function readOperatorFile(file: string): Operator | null {
  if (!existsSync(file)) return null;
  const { operator, faults } = readOperator(readFileSync(file, 'utf8'));
  if (operator) return operator;
  const lines = faults.map((fault) => `  ${fault}`);
  throw new OperatorFaults(
    [`${file} 有 ${lines.length} 处要改（样子见 operator.example.json）：`, ...lines].join('\n'),
  );
}

/** Within how many working days complaints are answered: the longest that a rule allows where nobody promises it. */
const promiseOf = (operator: Operator | null): number => operator?.answerWithin ?? ANSWER_WITHIN_AT_MOST;

interface Feedback {
  answerWithin: number;
  customerService: Operator['customerService'];
  districts: readonly { adcode: string; title: string }[];
}

/**
 * What `src/features/feedback` bundles: the promise of an answer, whether somebody answers in WeChat's 客服, and the
 * districts that a complaint can be about.
 */
export const feedbackOf = (
  operator: Operator | null,
  districts: readonly { adcode: string; title: string }[],
): Feedback => ({
  answerWithin: promiseOf(operator),
  customerService: operator?.customerService ?? null,
  districts,
});

/** What `src/ui/source-note` bundles. */
export const contentAgeOf = (operator: Operator | null): { contentDays: number } => ({
  contentDays: operator?.contentDays ?? CONTENT_DAYS,
});

/** What `src/features/about` bundles. */
export function aboutOf(
  operator: Operator | null,
  version: string,
): {
  operator: Operator | null;
  isExample: boolean;
  answerWithin: number;
  documents: readonly OperatorDocument[];
  version: string;
  whatIsNew: readonly string[];
} {
  return {
    operator,
    isExample: operator !== null && isExample(operator),
    answerWithin: promiseOf(operator),
    documents: operatorDocuments(operator),
    version,
    whatIsNew: new Map<string, string[]>(Object.entries(releases)).get(version) ?? [],
  };
}
