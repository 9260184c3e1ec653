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
