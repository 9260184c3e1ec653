/**
 * 一函两书: the letters by which a union's supervision of labour law reminds an employer (提示函), asks it to put things
 * right (意见书), or asks the authority to step in (建议书).
 */
import type { Day } from '../calendar';
import { afterWorkingDays, type RestDays } from '../labour-law/rest-days';

export const letterKinds = ['reminder', 'opinion', 'proposal'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Within so many working days an employer answers an 意见书 in writing, as regulations of other provinces have it. */
export const OPINION_DAYS = 15;

/**
 * The last day for the answer to a letter; null where no time is set for one.
 *
 * @param rest the days off, by which working days are counted
 * @example letterDue('opinion', '2026-11-20', rest) // '2026-12-11'
 */
export const letterDue = (kind: LetterKind, sentOn: Day, rest: RestDays): Day | null =>
  kind === 'opinion' ? afterWorkingDays(rest, sentOn, OPINION_DAYS) : null;
