import { Text, View } from '@tarojs/components';
import type { CaseItem } from '@yugong/content/bundle';
import { sayDate } from '@yugong/domain/calendar';
import { Section } from '@/ui/section';
import styles from './context-facts.module.scss';

/** Facts from around a case, marked as not being its content, each with its source. */
export function ContextFacts({ facts }: { facts: CaseItem['context'] }) {
  if (facts.length === 0) return null;
  return (
    <Section heading="相关事实" note="不是案例内容">
      {facts.map((fact) => (
        <View key={fact.text} className={styles.fact}>
          <Text userSelect>{fact.text}</Text>
          <View className={styles.source}>
            {fact.source.publisher}
            {fact.source.published && `，${sayDate(fact.source.published, '')}`}
          </View>
        </View>
      ))}
    </Section>
  );
}
