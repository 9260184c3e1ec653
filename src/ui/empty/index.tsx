import { Text, View } from '@tarojs/components';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/** Nothing to show: says what is missing and where to go instead. Never a dead end. */
export function Empty({
  title,
  explanation,
  ways,
}: {
  title: string;
  explanation?: string | undefined;
  ways: readonly ({ text: string; url: string } | { text: string; onPress: () => void })[];
}) {
  return (
    <View className={styles.empty}>
      <View className={styles.title} ariaRole="heading" aria-level={2}>
        <Text>{title}</Text>
      </View>
      {explanation && <View className={styles.explanation}>{explanation}</View>}
      <View className={styles.ways}>
        {ways.map((way) => (
          <Pressable
            key={way.text}
            className={styles.way}
            {...('url' in way ? { url: way.url } : { onPress: way.onPress })}
          >
            <Text>{way.text}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  );
}
