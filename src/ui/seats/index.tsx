import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/** How full a session is, as a bar that fills, with the words that say the same. */
export function Seats({ capacity, left, words }: { capacity: number; left: number; words: string }) {
  const taken = capacity > 0 ? Math.round((100 * (capacity - left)) / capacity) : 100;
  return (
    <View className={styles.seats}>
      <View className={styles.bar} aria-hidden>
        <View className={styles.taken} style={{ width: `${taken}%` }} />
      </View>
      <Text>{words}</Text>
    </View>
  );
}
