import { Text, View } from '@tarojs/components';
import { articles, sayArticle, sayYuan, type Amount } from '@yugong/domain/labour-law';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { Computed } from './compute';
import { FinalAwardSection } from './finality';
import { ReadingChoice } from './reading-choice';
import styles from './amounts.module.scss';

const RELATION_FIRST =
  '先要认定劳动关系。看三样：你受不受它管，报酬是不是它定它发，干的是不是它的业务（劳社部发〔2005〕12号）。申请书里先请求确认，下面的数是“如果认定了”能要的。';

/** By which an award is final or not, whatever the amount. */
const finalAwardArticles = [articles.finalAward, articles.finalByItem];

/** What it comes to: the amount first, then step by step how; or what is still missing. */
export function Result({ computed }: { computed: Computed }) {
  if (computed.state === 'nothing')
    return (
      <View className={styles.result} ariaRole="status">
        <View className={styles.figure}>这一项没有</View>
        <Text>{computed.because}</Text>
      </View>
    );
  if (computed.state === 'missing')
    return (
      <View className={styles.result} ariaRole="status">
        <Text>请先填写：{computed.faults.map(({ text }) => text).join('；')}</Text>
      </View>
    );
  return (
    <View>
      {computed.relationFirst && <Notice>{RELATION_FIRST}</Notice>}
      <Figures amount={computed.amount} relationFirst={computed.relationFirst} />
      {computed.parts.map((part) => (
        <ReadingChoice key={part.key} part={part} />
      ))}
      <FinalAwardSection parts={computed.parts} />
      <Workings amount={computed.amount} />
    </View>
  );
}

/** The figure, or both of them where two can be argued. */
function Figures({ amount, relationFirst }: { amount: Amount; relationFirst: boolean }) {
  const { title, fen, other } = amount;
  return (
    <View className={styles.result} ariaRole="status">
      <View className={styles.small}>{relationFirst ? `如果认定了劳动关系：${title}` : title}</View>
      <View className={styles.figure}>
        <Text userSelect>{other ? `${sayYuan(fen)} 或 ${sayYuan(other.fen)}` : sayYuan(fen)}</Text>
      </View>
      <View className={styles.small}>
        {other ? '两种算法都有人用，选一个写进申请书。已付部分要扣除' : '已付部分要扣除'}
      </View>
    </View>
  );
}

function Workings({ amount: { lines, articles: cited, assumptions, changes } }: { amount: Amount }) {
  return (
    <View>
      <Section heading="怎么算的">
        {lines.map((step, at) => (
          <View key={at} className={styles.line}>
            <View className={styles.words}>
              <View>{step.what}</View>
              <View className={styles.small}>
                <Text userSelect>{step.how}</Text>
              </View>
            </View>
            {step.fen !== undefined && <Text className={styles.fen}>{sayYuan(step.fen)}</Text>}
          </View>
        ))}
      </Section>
      <List heading="依据" items={[...cited, ...finalAwardArticles].map(sayArticle)} />
      <List heading="这样算的前提" items={assumptions} />
      <List heading="以下情况会影响金额" items={changes} />
      <Text className={styles.small}>金额精确到分，每一项最后四舍五入一次。</Text>
    </View>
  );
}

function List({ heading, items }: { heading: string; items: readonly string[] }) {
  return (
    <Section heading={heading}>
      {items.map((item) => (
        <View key={item} className={styles.item}>
          <Text userSelect>{item}</Text>
        </View>
      ))}
    </Section>
  );
}
