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

/** The actions under an article, side by side. */
export function Actions({ children }: { children: ReactNode }) {
  return <View className={styles.actions}>{children}</View>;
}
