import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isSinglePage } from '@/platform/scene';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/** A line of a list: what it is, then when and where, under a hairline. With a `url` it leads to a page. */
export function Row({
  url,
  title,
  detail,
  lead,
  replace,
}: {
  url: string | null;
  title: ReactNode;
  detail?: ReactNode;
  /** Drawn before the title, such as a date. */
  lead?: ReactNode;
  replace?: boolean;
}) {
  const words = (
    <View className={styles.words}>
      <View className={styles.title}>{title}</View>
      {detail && <View className={styles.detail}>{detail}</View>}
    </View>
  );
  // Alone in the timeline WeChat opens no other page.
  if (url === null || isSinglePage()) {
    return (
      <View className={styles.row}>
        {lead}
        {words}
      </View>
    );
  }
  return (
    <Pressable className={styles.row} url={url} replace={replace ?? false}>
      {lead}
      {words}
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}

/** A day beside a row: the day of the month large, the month under it. */
export function DateLead({ day, month }: { day: string; month: string }) {
  return (
    <View className={styles.date}>
      <Text className={styles.day}>{day}</Text>
      <Text className={styles.month}>{month}</Text>
    </View>
  );
}
