import { Text, View } from '@tarojs/components';
import type { StationItem } from '@/content/bundle';
import styles from './hours.module.scss';

/** The first thing to know of a place: its hours, or that nobody has published them. Never 「开着」 by guess. */
export function Hours({ station }: { station: StationItem }) {
  const known = station.openingHours === '24/7';
  return (
    <View className={known ? styles.known : styles.unknown}>
      <View className={styles.mark} />
      <Text>{known ? '来源说 24 小时开放' : '营业时间未公布'}</Text>
    </View>
  );
}
