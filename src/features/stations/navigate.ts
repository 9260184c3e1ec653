import Taro from '@tarojs/taro';
import { gcj02 } from '@yugong/domain/geo';
import { openMap, searchWords, type MapPlace } from '@/platform/open-map';
import { stationsNow } from './model';

const MESSAGES = {
  opened: null,
  copied: '地址已复制，可到地图里粘贴搜索',
  failed: '打开地图失败，复制也失败',
} as const;

/** Leads to a station on the phone's map, and says so where that was not possible. */
export async function openRoute(id: string): Promise<void> {
  const place = mapPlaceOf(id);
  const said = place && MESSAGES[await openMap(place)];
  if (said) void Taro.showToast({ title: said, icon: 'none', duration: 3000 });
}

/** Copies what one would tell a driver: district, address, name. WeChat and the toast say that it was done. */
export function copyAddress(id: string): void {
  const place = mapPlaceOf(id);
  if (place) void Taro.setClipboardData({ data: searchWords(place) });
}

function mapPlaceOf(id: string): MapPlace | null {
  const stations = stationsNow();
  const station = stations.station(id);
  if (!station) return null;
  const { title, address, street, location } = station;
  const district = stations.districtTitle(station.adcode) ?? '';
  return {
    name: title,
    address: `${district}${address ?? street ?? ''}` || null,
    // A hint of an area is no place to be led to.
    at: location && station.precision === 'place' ? gcj02(location.lng, location.lat) : null,
  };
}
