import type { Gcj02 } from '@yugong/domain/geo';
import { amapSearchUrl, amapUrl } from './amap';
import type { MapOutcome, MapPlace } from './place';

export { searchWords, type MapOutcome, type MapPlace } from './place';

/** A browser can search a map for words. */
export const canSearchMaps = true;

/** Shows the place in a map app or on its site: the point itself, or a search for its address. */
export function openMap(place: MapPlace): Promise<MapOutcome> {
  // In the same tab: a webview that forbids new windows would do nothing at all.
  window.location.href = amapUrl(place);
  return Promise.resolve('opened');
}

/** Searches a map app or its site for a kind of place, around a point where there is one. */
export function searchMap(words: string, around: Gcj02 | null): Promise<MapOutcome> {
  window.location.href = amapSearchUrl(words, around);
  return Promise.resolve('opened');
}
