/** How far a station is and how long it takes to get there. */
import { travelMinutes } from '../geo';

/** The way there as the crow flies, and roughly how long it takes. */
export interface Way {
  metres: number;
  walkMinutes: number;
  rideMinutes: number;
  /** Where only the street or the town is known: how far off in metres its centre may be. Null for a position. */
  about: number | null;
}

/** @param about see {@link Way.about} */
export const wayOf = (metres: number, about: number | null = null): Way => ({
  metres,
  walkMinutes: travelMinutes(metres, 'walk'),
  rideMinutes: travelMinutes(metres, 'ride'),
  about,
});

/** From here on a distance is said as a span, and a list by distance may be wrong about what is nearest. */
const ROUGH_METRES = 300;

/** Is what is this far off too rough for one figure? */
export const isRough = (about: number): boolean => about >= ROUGH_METRES;

/** The least and the most that a way may be, in metres. */
export interface WaySpan {
  least: number;
  most: number;
}

/**
 * What a way may be where its ends are known only roughly: the station's street, or where the phone is.
 *
 * @param startAbout how far off in metres the place may be that it is measured from
 * @returns null where one figure says it
 * @example waySpan(wayOf(2500), 1000) // { least: 1500, most: 3500 }
 */
export function waySpan({ metres, about }: Pick<Way, 'metres' | 'about'>, startAbout: number): WaySpan | null {
  const off = (about ?? 0) + startAbout;
  return isRough(off) ? { least: Math.max(0, metres - off), most: metres + off } : null;
}
