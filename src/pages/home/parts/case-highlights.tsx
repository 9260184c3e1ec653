import { Text, View } from '@tarojs/components';
import type { Digest } from '@yugong/content/bundle';
import { caseUrl } from '@/features/cases';
import { Pressable } from '@/ui/pressable';
import styles from './case-highlights.module.scss';

/** A few cases to read, title and lead, as a newspaper sets them. */
export function CaseHighlights({ cases }: { cases: Digest['cases'] }) {
  return (
    <View>
      {cases.map((item) => (
        <Pressable key={item.id} className={styles.item} url={caseUrl(item.id)}>
          <Text className={styles.title}>{item.title}</Text>
          <Text className={styles.lead}>{item.lead}</Text>
          <Text className={styles.unit}>{item.unit}</Text>
        </Pressable>
      ))}
    </View>
  );
}
