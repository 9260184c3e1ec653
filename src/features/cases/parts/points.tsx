import { Text, View } from '@tarojs/components';
import { Paragraph } from '@/ui/article';
import styles from './points.module.scss';

/** A case's points, numbered, each with its name before its sentences. */
export function Points({ points }: { points: readonly { heading: string; body: string }[] }) {
  return (
    <View className={styles.points}>
      {points.map((point, at) => (
        <View key={point.heading} className={styles.point}>
          <Text className={styles.number}>{at + 1}</Text>
          <View className={styles.words}>
            <View className={styles.heading} ariaRole="heading" aria-level={2}>
              <Text userSelect>{point.heading}</Text>
            </View>
            <Paragraph>{point.body}</Paragraph>
          </View>
        </View>
      ))}
    </View>
  );
}
