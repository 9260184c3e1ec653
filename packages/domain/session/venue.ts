/** Where a session is, in one line of Chinese: what a calendar, a map and a list have room for. */

/** A session's place and how it is found there; what the union hasn't said is null, or missing in an older answer. */
export interface Venue {
  place: string;
  address?: string | null | undefined;
  floor?: string | null | undefined;
}

/**
 * The address and floor alone.
 *
 * @returns '' where neither is known
 * @example sayAddress({ place: '演示医院', address: '演示路 1 号', floor: '3 楼' }) // '演示路 1 号，3 楼'
 */
export const sayAddress = ({ address, floor }: Venue): string => [address, floor].filter(Boolean).join('，');

/**
 * The place with its address and floor.
 *
 * @example sayVenue({ place: '演示医院', address: '演示路 1 号', floor: null }) // '演示医院，演示路 1 号'
 */
export const sayVenue = (venue: Venue): string => [venue.place, sayAddress(venue)].filter(Boolean).join('，');
