import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { canSearchMaps, searchMap } from '@/platform/open-map';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { unionHotline } from '../../../shared/hotlines';
import type { StartPoint } from '../../start-point';
import styles from './none.module.scss';

/** What helps in place of a station, then the union's own layer of the map apps. */
const SEARCHES = ['公厕', '便利店', '医院', '工会驿站'] as const;

async function look(words: string, start: StartPoint): Promise<void> {
  const outcome = await searchMap(
    start.from === null && start.adcode !== null ? `${start.title} ${words}` : words,
    start.from,
  );
  if (outcome === 'failed') void Taro.showToast({ title: '复制失败', icon: 'none' });
  if (outcome === 'copied')
    void Taro.showToast({ title: `已复制“${words}”，到地图里粘贴搜索`, icon: 'none', duration: 3000 });
}

/** Ways on where no station is near: the map app knows places that no list of the union's has, and 12351 answers. */
export function MapSearches({ start }: { start: StartPoint }) {
  return (
    <Section heading="在地图里找" note={canSearchMaps ? undefined : '点一下复制，到地图里粘贴'}>
      <View className={styles.searches}>
        {SEARCHES.map((words) => (
          <PlainButton key={words} icon={canSearchMaps ? 'map' : 'copy'} onPress={() => void look(words, start)}>
            <Text>{words}</Text>
          </PlainButton>
        ))}
        <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
          <Text>打 {unionHotline.number} 咨询</Text>
        </PlainButton>
      </View>
    </Section>
  );
}
