import Taro from '@tarojs/taro';
import type { Gcj02 } from '@yugong/domain/geo';
import { searchWords, type MapOutcome, type MapPlace } from './place';

export { searchWords, type MapOutcome, type MapPlace } from './place';

/** The street and its neighbours. */
const SCALE = 17;

/** A mini-program can show a point on WeChat's map, but search no map for words. */
export const canSearchMaps = false;

/** Shows the place on WeChat's map, which leads on to the phone's own; without coordinates copies its address. */
export async function openMap(place: MapPlace): Promise<MapOutcome> {
  const { name, address, at } = place;
  if (at === null) return copyAddress(place);
  return Taro.openLocation({
    latitude: at.lat,
    longitude: at.lng,
    name,
    ...(address === null ? {} : { address }),
    scale: SCALE,
  }).then(
    () => 'opened' as const,
    // Its map does not open on some desktops; the address helps there too.
    () => copyAddress(place),
  );
}

/**
 * Copies the words for the map's search; where there is a point, WeChat's map opens there, which leads on to the phone's
 * own map app. WeChat lets no mini-program search a map for words.
 */
export async function searchMap(words: string, around: Gcj02 | null): Promise<MapOutcome> {
  const outcome = await copy(words);
  if (around === null) return outcome;
  // Its map does not open on some desktops; the words are on the clipboard all the same.
  const shown = Taro.openLocation({ latitude: around.lat, longitude: around.lng, name: '出发地', scale: SCALE });
  return shown.then(
    () => outcome,
    () => outcome,
  );
}

const copyAddress = (place: MapPlace): Promise<MapOutcome> => copy(searchWords(place));

const copy = (data: string): Promise<MapOutcome> =>
  Taro.setClipboardData({ data }).then(
    () => 'copied' as const,
    () => 'failed' as const,
  );
