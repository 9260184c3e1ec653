import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isSinglePage } from '@/platform/scene';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/** A part of a page under a heading, with at most one way to more of it. */
export function Section({
  heading,
  note,
  more,
  children,
}: {
  heading: string;
  /** A quiet remark beside the heading, such as a count or a date. */
  note?: string | undefined;
  more?: { text: string; url: string };
  children: ReactNode;
}) {
  return (
    <View className={styles.section}>
      <View className={styles.head}>
        <View className={styles.heading} ariaRole="heading" aria-level={2}>
          <Text>{heading}</Text>
          {note && <Text className={styles.note}>{note}</Text>}
        </View>
        {more && !isSinglePage() && (
          <Pressable className={styles.more} url={more.url} label={`${heading}：${more.text}`}>
            <Text>{more.text}</Text>
            <Icon name="chevron-right" size="small" />
          </Pressable>
        )}
      </View>
      {children}
    </View>
  );
}
