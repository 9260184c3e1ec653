import { Text, View } from '@tarojs/components';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import type { SheetProps } from './types';
import styles from './style.module.scss';

/** A short question or choice over the page, from its lower edge. The page under it does not scroll along. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  if (!open) return null;
  return (
    <View className={styles.layer}>
      <View className={styles.scrim} catchMove onClick={onClose} />
      <View className={styles.panel} ariaRole="dialog" ariaLabel={title}>
        <View className={styles.head}>
          <View className={styles.title} ariaRole="heading" aria-level={2}>
            <Text>{title}</Text>
          </View>
          <Pressable className={styles.close} onPress={onClose} label="关闭">
            <Icon name="x" />
          </Pressable>
        </View>
        <View className={styles.body}>{children}</View>
      </View>
    </View>
  );
}
