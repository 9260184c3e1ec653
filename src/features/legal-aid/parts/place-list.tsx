import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate } from '@/domain/calendar';
import { call } from '@/platform/call';
import { Chips } from '@/ui/chips';
import { Empty } from '@/ui/empty';
import { sayDistrict } from '../../shared/district-name';
import { dialOf, type LegalPlace } from '../model';
import styles from './parts.module.scss';

const ALL = '';

/** Where the union helps, as far as the sources say, by district; where they say nothing, whom to ask. */
export function PlaceList({ places }: { places: readonly LegalPlace[] }) {
  const [adcode, setAdcode] = useState(ALL);
  const named = places.flatMap(({ district }) => (district?.adcode ? [district] : []));
  const districts = [
    { value: ALL, text: '全部' },
    ...named.map(({ adcode: value, name, now }) => ({ value: value as string, text: now ?? name })),
    { value: 'none', text: '别的区县' },
  ];
  const shown = places.filter(({ district }) => adcode === ALL || district?.adcode === adcode);
  return (
    <>
      <Chips label="区县" options={districts} value={adcode} onChange={setAdcode} />
      {shown.length === 0 && (
        <Empty
          title="这个区县的地方，公开资料里没有查到"
          explanation="不是没有，是这里不知道。打电话问最近的窗口：工会的打 12351，法律援助的打 12348，仲裁委和劳动监察的打 12333。"
          ways={[
            { text: '打 12351', onPress: () => call(dialOf('12351')) },
            { text: '打 12348', onPress: () => call(dialOf('12348')) },
            { text: '打 12333', onPress: () => call(dialOf('12333')) },
          ]}
        />
      )}
      {shown.map((place) => (
        <View key={place.id} className={styles.item}>
          <View className={styles.name}>{place.title}</View>
          <View className={styles.detail}>
            {[sayDistrict(place.district), place.address ?? place.place].filter(Boolean).join(' · ') || '地址未公布'}
          </View>
          {place.services.length > 0 && <View className={styles.detail}>{place.services.join('、')}</View>}
          {place.note && <View className={styles.detail}>{place.note}</View>}
          <View className={styles.basis}>
            {place.asOf && `${sayDate(place.asOf, '')}的资料，`}来源：{place.source.publisher}
          </View>
        </View>
      ))}
    </>
  );
}
