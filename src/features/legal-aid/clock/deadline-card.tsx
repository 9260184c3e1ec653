import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate, weekdayName } from '@yugong/domain/calendar';
import { daysLeft, sayArticle, type Deadline } from '@yugong/domain/labour-law';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { DaysLeft } from './days-left';
import type { useRemember } from './use-remember';
import styles from './clock.module.scss';

const whoseWords = { you: null, employer: '这是单位的期限', office: '这是对方机关的期限' } as const;

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
  const { title, whose, due, noDate, later, steps, restarts, pauses, unknown, articles } = deadline;
  const left = daysLeft(deadline, today);
  return (
    <View className={styles.card}>
      <View className={styles.title} ariaRole="heading" aria-level={2}>
        {title}
      </View>
      {left !== null && <DaysLeft left={left} what={whoseWords[whose] ?? '稳妥的最后一天'} />}
      <View className={styles.text}>
        <Text userSelect>{due ? `${sayDate(due, '')} ${weekdayName(due)}` : noDate}</Text>
      </View>
      {later && (
        <View className={styles.text}>
          <Text userSelect>
            也可能是 {sayDate(later.day, '')} {weekdayName(later.day)}：{later.because}
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
          <Lines heading="怎么算的" lines={steps} />
          <Lines heading="做了这些，重新算" lines={restarts} />
          <Lines heading="碰到这些，先停着" lines={pauses} />
          <Lines heading="这里不知道的" lines={unknown} />
          <Lines heading="依据" lines={articles.map(sayArticle)} />
        </View>
      )}
    </View>
  );
}

function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <View className={styles.lines}>
      <View className={styles['line-heading']}>{heading}</View>
      {lines.map((line) => (
        <View key={line} className={styles.line}>
          <Text userSelect>{line}</Text>
        </View>
      ))}
    </View>
  );
}
