import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate, weekdayName } from '@yugong/domain/calendar';
import { daysLeft, sayArticle, type Deadline } from '@yugong/domain/labour-law';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { DaysLeft } from './days-left';
import type { useRemember } from './use-remember';
import styles from './clock.module.scss';

const whoseWords = { you: null, employer: '单位的期限', office: '办案机关的期限' } as const;

/** One deadline: how long, until when, how it was reckoned, what changes it, what isn't known. */
export function DeadlineCard({
  deadline,
  today,
  remember,
}: {
  deadline: Deadline;
  today: string;
  remember: ReturnType<typeof useRemember>;
}) {
  const [shown, setShown] = useState(false);
  const { title, whose, due, caveat, noDate, later, steps, restarts, pauses, unknown, articles } = deadline;
  const left = daysLeft(deadline, today);
  return (
    <View className={styles.card}>
      <View className={styles.title} ariaRole="heading" aria-level={2}>
        {title}
      </View>
      {left !== null && <DaysLeft left={left} what={whoseWords[whose] ?? '最后一天'} />}
      <View className={styles.text}>
        <Text userSelect>{due ? `${sayDate(due, '')} ${weekdayName(due)}` : noDate}</Text>
      </View>
      {caveat && (
        <View className={styles.text}>
          <Text userSelect>{caveat}</Text>
        </View>
      )}
      {later && (
        <View className={styles.text}>
          <Text userSelect>
            另一种算法是 {sayDate(later.day, '')} {weekdayName(later.day)}：{later.because}
          </Text>
        </View>
      )}
      <Actions near>
        {left !== null && left >= 0 && (
          <>
            <PlainButton icon="bell" onPress={() => void remember.intoPhone(deadline)}>
              <Text>放进手机日历</Text>
            </PlainButton>
            <PlainButton icon="calendar-days" onPress={() => remember.intoApp(deadline, today)}>
              <Text>记在日历页</Text>
            </PlainButton>
          </>
        )}
        <PlainButton pressed={shown} onPress={() => setShown(!shown)}>
          <Text>{shown ? '收起' : '怎么算的'}</Text>
        </PlainButton>
      </Actions>
      {shown && (
        <View>
          <Explained heading="怎么算的" items={steps} />
          <Explained heading="时效重新计算的情形" items={restarts} />
          <Explained heading="时效暂停的情形" items={pauses} />
          <Explained heading="还不能确定的" items={unknown} />
          <Explained heading="依据" items={articles.map(sayArticle)} />
        </View>
      )}
    </View>
  );
}

function Explained({ heading, items }: { heading: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <View className={styles.lines}>
      <View className={styles['line-heading']}>{heading}</View>
      {items.map((item) => (
        <View key={item} className={styles.line}>
          <Text userSelect>{item}</Text>
        </View>
      ))}
    </View>
  );
}
