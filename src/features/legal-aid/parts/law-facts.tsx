import { Text, View } from '@tarojs/components';
import type { LawFact } from '../model';
import styles from './parts.module.scss';

/** Rules in plain words, each with its article. */
export function LawFacts({ facts }: { facts: readonly LawFact[] }) {
  return (
    <>
      {facts.map((fact) => (
        <View key={fact.id} className={styles.item}>
          <View className={styles.name}>
            <Text userSelect>{fact.title}</Text>
          </View>
          <View className={styles.detail}>
            <Text userSelect>{fact.fact}</Text>
          </View>
          <View className={styles.basis}>
            <Text userSelect>依据：{fact.basis}</Text>
          </View>
        </View>
      ))}
    </>
  );
}
