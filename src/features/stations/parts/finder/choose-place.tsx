import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { stationPlaceUrl } from '../..';
import styles from './choose-place.module.scss';

/** The first question, with two equal answers: the phone says where, or the reader does. */
export function ChoosePlace({ onNear }: { onNear: () => void }) {
  return (
    <View className={styles.ways}>
      <Pressable className={styles.way} onPress={onNear}>
        <View className={styles.name}>
          <Icon name="locate-fixed" />
          <Text>用我的位置</Text>
        </View>
        <Text className={styles.promise}>只在手机上算</Text>
      </Pressable>
      <Pressable className={styles.way} url={stationPlaceUrl()}>
        <View className={styles.name}>
          <Icon name="map-pin" />
          <Text>自己选地方</Text>
        </View>
        <Text className={styles.promise}>区县、街道、地标</Text>
      </Pressable>
    </View>
  );
}
