import { Text, View } from '@tarojs/components';
import { sayArticle, sayYuan, type Amount } from '@yugong/domain/labour-law';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { Computed } from './compute';
import styles from './amounts.module.scss';

/** What it comes to: the amount first, then line by line how; or what is still missing. */
export function Result({ computed }: { computed: Computed }) {
  if (computed.state === 'nothing')
    return (
      <View className={styles.result} ariaRole="status">
        <View className={styles.figure}>没有补偿</View>
        <Text>{computed.because}</Text>
      </View>
    );
  if (computed.state === 'missing')
    return (
      <View className={styles.result} ariaRole="status">
        <Text>还差：{computed.faults.map(({ text }) => text).join('；')}</Text>
      </View>
    );
  return <Ready amount={computed.amount} />;
}

function Ready({ amount }: { amount: Amount }) {
  const { title, fen, other, lines, articles, assumptions, changes } = amount;
  return (
    <View>
      <View className={styles.result} ariaRole="status">
        <View className={styles.small}>{title}</View>
        <View className={styles.figure}>
          <Text userSelect>{sayYuan(fen)}</Text>
        </View>
        <View className={styles.small}>这是稳妥的数，单位没给够才能要差额</View>
      </View>
      {other && <Notice>{`也可能是 ${sayYuan(other.fen)}。${other.because}`}</Notice>}
      <Section heading="怎么算的">
        {lines.map((line, at) => (
          <View key={at} className={styles.line}>
            <View className={styles.words}>
              <View>{line.what}</View>
              <View className={styles.small}>
                <Text userSelect>{line.how}</Text>
              </View>
            </View>
            {line.fen !== undefined && <Text className={styles.fen}>{sayYuan(line.fen)}</Text>}
          </View>
        ))}
      </Section>
      <List heading="依据" lines={articles.map(sayArticle)} />
      <List heading="这样算的前提" lines={assumptions} />
      <List heading="碰到这些，数会变" lines={changes} />
      <Text className={styles.small}>金额精确到分，每一项最后四舍五入一次。</Text>
    </View>
  );
}

function List({ heading, lines }: { heading: string; lines: readonly string[] }) {
  return (
    <Section heading={heading}>
      {lines.map((line) => (
        <View key={line} className={styles.item}>
          <Text userSelect>{line}</Text>
        </View>
      ))}
    </Section>
  );
}
