import { View } from '@tarojs/components';
import styles from './style.module.scss';

/** Where lines will be, drawn still: nothing that blinks, and nothing for a screen reader. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <View className={styles.skeleton} aria-hidden>
      {Array.from({ length: lines }, (_, at) => (
        <View key={at} className={styles.row}>
          <View className={styles.title} />
          <View className={styles.detail} />
        </View>
      ))}
    </View>
  );
}
