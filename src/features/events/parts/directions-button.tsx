import Taro from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { canSearchMaps, openMap, type MapPlace } from '@/platform/open-map';
import { PlainButton } from '@/ui/button';

const MESSAGES = {
  opened: null,
  copied: '地点已复制，可到地图里粘贴搜索',
  failed: '打开地图失败，复制也失败',
} as const;

/** The way there: a map where one can be searched, else the words to search one with. */
export function DirectionsButton({ place }: { place: MapPlace }) {
  const go = async () => {
    const said = MESSAGES[await openMap(place)];
    if (said) void Taro.showToast({ title: said, icon: 'none', duration: 3000 });
  };
  return (
    <PlainButton icon="navigation" onPress={() => void go()}>
      <Text>{canSearchMaps ? '在地图上查看' : '复制地点'}</Text>
    </PlainButton>
  );
}
