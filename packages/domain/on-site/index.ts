/**
 * On-site checks: a volunteer goes round a list of stations on one day, and says at each door what is there. No account is
 * needed: the link that a clerk made is good for that list and that day, and what is sent with it changes nothing before
 * the clerk has accepted it (packages/domain/station-candidate).
 */
import { metresBetween, type Gcj02 } from '../geo';
import { DAY } from '../time';

/** A position with a larger radius of error, in metres, is asked for again: the next shop may be as near. */
export const MAX_ACCURACY_METRES = 50;

/** Bytes that the picture of a door may have; the phone makes it as small before it is sent. */
export const MAX_PHOTO_BYTES = 300 * 1024;

/** Stations that a list may have: a day's walk with a margin. */
export const MAX_STATIONS = 200;

/** After its day a link takes for so long what was recorded on the day without a network, in milliseconds. */
export const SENDING_GRACE = 2 * DAY;

/** What somebody who stood there found. */
export const findings = ['open', 'closed', 'missing'] as const;
export type VisitFinding = (typeof findings)[number];

/** What a check can say of a station, each by itself a candidate, in the order in which a clerk reads it. */
export const visitFields = ['openNow', 'position', 'hours', 'facilities', 'anyoneMayEnter'] as const;

/**
 * The stations in the order in which to go: the nearest first, as the crow flies, and those without a position in their
 * own order at the end. Without a place to measure from, all in their own order.
 *
 * @param from where the volunteer stands
 * @example nearestFirst([far, unknown, near], here) // [near, far, unknown]
 */
export function nearestFirst<Station extends { position: Gcj02 | null }>(
  stations: readonly Station[],
  from: Gcj02 | null,
): Station[] {
  if (from === null) return [...stations];
  const away = new Map(
    stations.map((one) => [one, one.position === null ? Infinity : metresBetween(from, one.position)]),
  );
  return [...stations].sort((a, b) => {
    const [first, second] = [away.get(a) ?? Infinity, away.get(b) ?? Infinity];
    return first === second ? 0 : first - second;
  });
}
