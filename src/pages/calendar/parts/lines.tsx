import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hasEnded, type AgendaItem } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import { AgendaLine } from '@/ui/agenda-line';
import { Pressable } from '@/ui/pressable';
import styles from './lines.module.scss';

/** So many lines at once: what a phone can hold, and a reader look through. */
export const LINES = 20;

/** Lines of one day, a piece at a time. A piece replaces the one before: however many there are, few are drawn. */
export function Lines({ items, day, first = LINES }: { items: readonly AgendaItem[]; day: Day; first?: number }) {
  const [from, setFrom] = useState(0);
  const start = from < items.length ? from : 0;
  const shown = items.slice(start, start + first);
  const left = items.length - start - shown.length;
  const now = Date.now();
  return (
    <View>
      {start > 0 && (
        <Pressable className={styles.more} onPress={() => setFrom(Math.max(0, start - first))}>
          <Text>{`前面的 ${Math.min(first, start)} 个`}</Text>
        </Pressable>
      )}
      {shown.map((item) => (
        <AgendaLine key={item.key} item={item} day={day} over={hasEnded(item, now)} />
      ))}
      {left > 0 && (
        <Pressable className={styles.more} onPress={() => setFrom(start + first)}>
          <Text>{`后面还有 ${left} 个`}</Text>
        </Pressable>
      )}
    </View>
  );
}
