import { amapUrl } from './amap';
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
