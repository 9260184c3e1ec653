import type { Gcj02 } from '@yugong/domain/geo';

/** A place to be shown on a map. */
export interface MapPlace {
  name: string;
  /** With its district, as a person would say it; null where no source gives one. */
  address: string | null;
  /** Null until somebody has measured it: then maps can only be searched for it. */
  at: Gcj02 | null;
}

/** What became of the tap. `copied`: the address is on the clipboard, for the reader to search a map with. */
export type MapOutcome = 'opened' | 'copied' | 'failed';

/** What a person would type into a map's search: the city, the address, the name. */
export const searchWords = ({ name, address }: MapPlace): string =>
  `重庆 ${address ?? ''} ${name}`.replace(/\s+/g, ' ');
