import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import styles from './style.module.scss';

/** A remark that a reader must not miss, set apart from the text. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <View className={styles.notice}>
      <Icon name="info" size="small" />
      <Text className={styles.words}>{children}</Text>
    </View>
  );
}
