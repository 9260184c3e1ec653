import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './style.module.scss';

/**
 * A thing with a state of its own and something to do about it: what is the case first, then what it is
 * about. A line that only leads somewhere is a `Row`.
 *
 * @example <Card first="还没发出，等有信号" title="报名：周四 9:30" actions={<PlainButton …/>} />
 */
export function Card({
  first,
  tone = 'plain',
  title,
  children,
  actions,
}: {
  /** The answer to the reader's question, before the name. */
  first: ReactNode;
  tone?: 'plain' | 'open' | 'unknown' | 'wrong';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <View className={styles.card}>
      <View className={`${styles.first} ${styles[tone]}`}>
        <View className={styles.shape} aria-hidden />
        <View className={styles.words}>{first}</View>
      </View>
      <View className={styles.title} ariaRole="heading" aria-level={3}>
        {title}
      </View>
      {children && <View className={styles.detail}>{children}</View>}
      {actions && <View className={styles.actions}>{actions}</View>}
    </View>
  );
}
