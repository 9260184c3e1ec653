import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Segments } from '@/ui/segments';
import { stationPlaceUrl } from '../..';
import styles from './place-bar.module.scss';

/** Where from, and how: both a tap away, whatever was chosen. */
export function PlaceBar({
  title,
  measured,
  travel,
  onTravel,
  onNear,
}: {
  title: string;
  /** Are there distances? Without any it doesn't matter how one goes. */
  measured: boolean;
  travel: TravelMode;
  onTravel: (travel: TravelMode) => void;
  /** Asks the phone anew; left out where it isn't what the list begins from. */
  onNear?: (() => void) | undefined;
}) {
  return (
    <View className={styles.bar}>
      <Pressable className={styles.place} url={stationPlaceUrl()} label={`${title}，更换地点`}>
        <Icon name="map-pin" />
        <Text className={styles.title}>{title}</Text>
        <Text className={styles.change}>更换</Text>
      </Pressable>
      {onNear && (
        <Pressable className={styles.again} onPress={onNear} label="重新定位">
          <Icon name="locate-fixed" />
        </Pressable>
      )}
      {measured && (
        <Segments
          label="出行方式"
          options={[
            { value: 'walk', text: '步行' },
            { value: 'ride', text: '骑车' },
          ]}
          value={travel}
          onChange={onTravel}
        />
      )}
    </View>
  );
}
