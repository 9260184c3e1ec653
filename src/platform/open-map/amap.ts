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
