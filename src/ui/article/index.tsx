import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useReading } from '../read-aloud/context';
import styles from './style.module.scss';

/** The head of an article: what sorts it, its title, who and when. */
export function ArticleHead({ tags, title, byline }: { tags?: ReactNode; title: string; byline?: ReactNode }) {
  return (
    <View className={styles.head}>
      {tags && <View className={styles.tags}>{tags}</View>}
      <View className={styles.title} ariaRole="heading" aria-level={1}>
        <Text userSelect>{title}</Text>
      </View>
      {byline && <View className={styles.byline}>{byline}</View>}
    </View>
  );
}

/** Running text that can be selected and copied; marked while it is read aloud. */
export function Paragraph({ lead = false, children }: { lead?: boolean; children: ReactNode }) {
  const { being, id } = useReading(children);
  return (
    <View id={id} className={`${lead ? styles.lead : styles.paragraph} ${being ? styles.read : ''}`}>
      <Text userSelect>{children}</Text>
    </View>
  );
}

/**
 * What can be done next: buttons side by side, below each other where they don't fit.
 *
 * @param near they belong to what is right above them, and not to the whole article
 */
export function Actions({ near = false, children }: { near?: boolean; children: ReactNode }) {
  return <View className={near ? styles.near : styles.actions}>{children}</View>;
}
