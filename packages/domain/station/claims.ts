/** What may be said of a station: near, open and how long the way takes. A page claims no more than these allow. */
import { addDays, type Day } from '../calendar';
import type { TravelMode } from '../geo';
import type { Way } from './way';
import { VERIFICATION_FRESH_DAYS, verificationOf } from './verification';

/**
 * How far 「附近」 reaches in metres as the crow flies, by how one goes: about half an hour each. Pages say the limit
 * beside the claim, and the reader can choose another of {@link reachChoices}.
 */
export const defaultReach: Record<TravelMode, number> = { walk: 1500, ride: 5000 };
export const reachChoices = [1500, 3000, 5000, 10_000] as const;

/** Beyond so many minutes an estimate means nothing, and only the distance is said. */
export const MAX_MINUTES_SAID = 90;

/** May it be called near? A position known to within a radius counts at its farthest. */
export const isWithinReach = (way: Pick<Way, 'metres' | 'about'> | null, reach: number): boolean =>
  way !== null && way.metres + (way.about ?? 0) <= reach;

/**
 * Are its hours recent enough to say 「开放中」: told or checked within 12 months? A date without a day or a month counts
 * from its first day, so that nothing passes for younger than it may be.
 *
 * @param toldOn when the source says so, `YYYY[-MM[-DD]]`; null where it gives no date
 * @param verifiedAt the day of a union's check
 * @example areHoursCurrent('2023-12', null, '2026-11-30') // false
 */
export function areHoursCurrent(toldOn: string | null, verifiedAt: string | null, today: Day): boolean {
  if (verificationOf(verifiedAt, null, today).state === 'verified') return true;
  if (toldOn === null) return false;
  const from = `${toldOn}-01-01`.slice(0, 'YYYY-MM-DD'.length);
  return from >= addDays(today, -VERIFICATION_FRESH_DAYS);
}

/** The minutes that may be said of a way by the means chosen; null where only the distance may. */
export function minutesToSay(way: Way | null, travel: TravelMode): number | null {
  if (way === null) return null;
  const minutes = travel === 'walk' ? way.walkMinutes : way.rideMinutes;
  return minutes > MAX_MINUTES_SAID ? null : minutes;
}
