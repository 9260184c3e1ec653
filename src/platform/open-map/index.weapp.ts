import Taro from '@tarojs/taro';
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

const copyAddress = (place: MapPlace): Promise<MapOutcome> =>
  Taro.setClipboardData({ data: searchWords(place) }).then(
    () => 'copied' as const,
    () => 'failed' as const,
  );
