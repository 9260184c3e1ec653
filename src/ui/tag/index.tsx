import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './style.module.scss';

/** A short word that sorts a record: its category, its state, 「演示」. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'red' | 'unknown'; children: ReactNode }) {
  return <Text className={`${styles.tag} ${styles[tone]}`}>{children}</Text>;
}
