import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/** Open, closed, or nobody knows: never two of them for the third. */
export type State = 'open' | 'closed' | 'unknown';

/**
 * How a place stands: a shape, a word, and what follows from it. The shape differs as well as the colour: a full
 * disc is open, a bar is closed, a ring is unknown.
 *
 * @example <StateLine state="open" word="开着" detail="22:00 关门" />
 */
export function StateLine({
  state,
  word,
  detail,
  large = false,
}: {
  state: State;
  word: string;
  /** Until when, from when, or how one could find out. */
  detail?: string | null | undefined;
  large?: boolean;
}) {
  return (
    <View className={`${styles.line} ${styles[state]} ${large ? styles.large : ''}`}>
      <View className={styles.shape} aria-hidden />
      <View className={styles.words}>
        <Text className={styles.word}>{word}</Text>
        {detail && <Text className={styles.detail}>{detail}</Text>}
      </View>
    </View>
  );
}
