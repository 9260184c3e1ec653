/** Who checked a station and when; a check older than a year is stale. */
import { addDays, type Day } from '../calendar';

/** After so many days a check no longer counts as fresh: 12 months. */
export const VERIFICATION_FRESH_DAYS = 365;

export type Verification =
  | { state: 'verified' | 'stale'; on: Day; by: string | null }
  /** No union has checked it; what is said of it is its source's. */
  | { state: 'unverified' };

let limit: { today: Day; day: Day } = { today: '', day: '' };

/** The first day whose check is still fresh. The same for thousands of stations, so it is worked out once a day. */
function freshSince(today: Day): Day {
  if (limit.today !== today) limit = { today, day: addDays(today, -VERIFICATION_FRESH_DAYS) };
  return limit.day;
}

/**
 * @param on the day of the check; null or absent where nobody has
 * @example verificationOf('2025-03-01', '渝中区总工会', '2026-11-23') // { state: 'stale', … }
 */
export function verificationOf(on: Day | null | undefined, by: string | null | undefined, today: Day): Verification {
  if (!on) return { state: 'unverified' };
  return { state: on < freshSince(today) ? 'stale' : 'verified', on, by: by ?? null };
}
