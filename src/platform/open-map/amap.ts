import type { Gcj02 } from '@yugong/domain/geo';
import { searchWords, type MapPlace } from './place';

/**
 * The address of a place on 高德地图, which opens in its app where that is installed and else on its site.
 * Source: 高德 URI API, https://lbs.amap.com/api/uri-api/guide/travel/marker and …/search.
 *
 * @example
 * amapUrl({ name: '观音桥驿站', address: null, at: gcj02(106.53, 29.57) })
 * // https://uri.amap.com/marker?position=106.53,29.57&name=…&src=yugong&coordinate=gaode&callnative=1
 */
export function amapUrl(place: MapPlace): string {
  const { at } = place;
  if (at === null) {
    return `https://uri.amap.com/search?keyword=${encodeURIComponent(searchWords(place))}&city=${encodeURIComponent('重庆')}&view=map&src=yugong&callnative=1`;
  }
  return `https://uri.amap.com/marker?position=${at.lng},${at.lat}&name=${encodeURIComponent(place.name)}&src=yugong&coordinate=gaode&callnative=1`;
}

/**
 * A search for a kind of place on 高德地图, around a point where there is one.
 * Source: 高德 URI API, https://lbs.amap.com/api/uri-api/guide/travel/search.
 *
 * @example amapSearchUrl('公厕', gcj02(106.53, 29.57))
 * // https://uri.amap.com/search?keyword=…&center=106.53,29.57&city=…&view=map&src=yugong&coordinate=gaode&callnative=1
 */
export function amapSearchUrl(words: string, around: Gcj02 | null): string {
  const centre = around === null ? '' : `&center=${around.lng},${around.lat}`;
  return `https://uri.amap.com/search?keyword=${encodeURIComponent(words)}${centre}&city=${encodeURIComponent('重庆')}&view=map&src=yugong&coordinate=gaode&callnative=1`;
}
