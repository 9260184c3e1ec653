/** The way to a place: a point on a map, or words to search a map with. */
import { gcj02 } from '@yugong/domain/geo';
import { amapSearchUrl, amapUrl } from '@/platform/open-map/amap';
import { openMap, searchMap } from '@/platform/open-map/index.weapp';
import { phone } from '../setup/taro';

const square = { name: '观音桥 & 步行街驿站', address: '江北区建新北路1号', at: gcj02(106.532, 29.574) };
const nowhere = { ...square, at: null };

beforeEach(() => phone.reset());

it('opens WeChat’s map at the point', async () => {
  expect(await openMap(square)).toBe('opened');
  expect(phone.openedMaps).toMatchObject([{ longitude: 106.532, latitude: 29.574, name: square.name }]);
});

it.each([
  ['a place without coordinates', nowhere, false],
  ['a map that does not open', square, true],
])('copies the address for %s', async (_what, place, mapFails) => {
  phone.mapFails = mapFails;
  expect(await openMap(place)).toBe('copied');
  expect(phone.clipboard).toBe('重庆 江北区建新北路1号 观音桥 & 步行街驿站');
});

it('names the point to 高德 in its own datum, the name escaped', () => {
  const url = new URL(amapUrl(square));
  expect(url.origin + url.pathname).toBe('https://uri.amap.com/marker');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    position: '106.532,29.574',
    name: square.name,
    coordinate: 'gaode',
  });
});

it('lets 高德 search in Chongqing where there is no point', () => {
  const url = new URL(amapUrl(nowhere));
  expect(url.pathname).toBe('/search');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    keyword: '重庆 江北区建新北路1号 观音桥 & 步行街驿站',
    city: '重庆',
  });
});

it('lets 高德 search for a kind of place around a point, or in the whole city', () => {
  const around = Object.fromEntries(new URL(amapSearchUrl('公厕', square.at)).searchParams);
  expect(around).toMatchObject({ keyword: '公厕', center: '106.532,29.574', coordinate: 'gaode', city: '重庆' });
  expect(new URL(amapSearchUrl('渝中区 公厕', null)).searchParams.has('center')).toBe(false);
});

it('copies the words in WeChat and opens its map at the start, which it calls nothing but the start', async () => {
  expect(await searchMap('公厕', square.at)).toBe('copied');
  expect(phone.clipboard).toBe('公厕');
  expect(phone.openedMaps).toMatchObject([{ longitude: 106.532, latitude: 29.574, name: '出发地' }]);
  phone.reset();
  expect(await searchMap('医院', null)).toBe('copied');
  expect(phone.openedMaps).toEqual([]);
});
