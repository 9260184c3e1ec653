import { Text, View } from '@tarojs/components';
import type { Reason } from '@yugong/domain/screening';
import { Icon, type IconName } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import styles from './check.module.scss';

const signs: Record<Reason['finding'], { icon: IconName; word: string }> = {
  fits: { icon: 'check', word: '符合' },
  against: { icon: 'x', word: '不符合' },
  unsure: { icon: 'circle-help', word: '不确定' },
  unsaid: { icon: 'info', word: '未说明' },
};

/** Why, an answer a line; each leads back to its question where one was asked. */
export function Reasons({
  reasons,
  change,
  asks,
}: {
  reasons: readonly Reason[];
  change: (id: Reason['about']) => void;
  asks: (id: Reason['about']) => boolean;
}) {
  return (
    <View>
      {reasons.map(({ about, finding, text }) => (
        <View key={about} className={styles.reason}>
          <View className={`${styles.sign} ${styles[finding]}`} ariaRole="img" ariaLabel={signs[finding].word}>
            <Icon name={signs[finding].icon} size="small" />
          </View>
          <View className={styles.words}>
            <Text>{text}</Text>
          </View>
          {asks(about) && (
            <Pressable className={styles.change} label={`修改：${text}`} onPress={() => change(about)}>
              <Text>修改</Text>
            </Pressable>
          )}
        </View>
      ))}
    </View>
  );
}
