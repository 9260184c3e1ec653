import { Text, View } from '@tarojs/components';
import type { Judgement, EligibilityOutcome } from '@yugong/domain/screening';
import { open } from '@/platform/navigation';
import { Actions, ArticleHead } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { screeningDaysUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { AS_ANNOUNCED, type Checked } from '../model';
import { Reasons } from './reasons';
import type { useCheck } from './use-check';
import styles from './check.module.scss';

const outcomes: Record<EligibilityOutcome, { state: 'open' | 'closed' | 'unknown'; word: string }> = {
  eligible: { state: 'open', word: '看起来可以' },
  unclear: { state: 'unknown', word: '还说不准' },
  'not-under-this': { state: 'closed', word: '不在这个项目里' },
};

/** The best first: what it says, why, and where to go with it. */
export function Results({ judgements, change, restart, asks, without }: ReturnType<typeof useCheck>) {
  const best = judgements[0]?.outcome;
  return (
    <View>
      <ArticleHead
        title={
          best === 'eligible'
            ? '有你能参加的'
            : best === 'unclear'
              ? '还差一点说不准，问一声就清楚'
              : '这几个项目都对不上，还有别的路'
        }
        byline="按公开的条件比对，最后以主办单位核对的为准。"
      />
      {without && <Notice>现在连不上工会的服务，工会自己开的场次没有比对。</Notice>}
      {judgements.map((judgement) => (
        <Result key={judgement.programme.id} judgement={judgement} change={change} asks={asks} />
      ))}
      <Section heading="对不上的，还可以">
        <View>35—64 周岁的，城里乡下都有国家的免费筛查，问住的地方的妇幼保健院。</View>
        <View>单位有责任定期安排女职工检查，可以问单位的工会。都问不到，打 12351。</View>
        <Actions>
          <AskUnion />
          <PlainButton onPress={restart}>
            <Text>重新答一遍</Text>
          </PlainButton>
        </Actions>
      </Section>
    </View>
  );
}

function Result({
  judgement: { programme, outcome, reasons },
  change,
  asks,
}: { judgement: Judgement<Checked> } & Pick<ReturnType<typeof useCheck>, 'change' | 'asks'>) {
  const { state, word } = outcomes[outcome];
  const unsaid = reasons.filter(({ finding }) => finding === 'unsaid');
  return (
    <View className={styles.result}>
      <StateLine large state={state} word={word} />
      <View className={styles.name} ariaRole="heading" aria-level={2}>
        <Text>{programme.title}</Text>
        {programme.demo && <Tag tone="unknown">演示</Tag>}
      </View>
      <Reasons reasons={reasons.filter(({ finding }) => finding !== 'unsaid')} change={change} asks={asks} />
      {unsaid.length > 0 && (
        <View className={styles.unsaid}>
          {unsaid.map(({ text }) => text).join('、')}：{AS_ANNOUNCED}
        </View>
      )}
      {programme.served && outcome !== 'not-under-this' && (
        <MainButton onPress={() => open(screeningDaysUrl(programme.id))}>
          <Text>选哪一天</Text>
        </MainButton>
      )}
      {!programme.served && outcome !== 'not-under-this' && (
        <View className={styles.unsaid}>这个项目不在这里报名，问{programme.organiser}或者打 12351。</View>
      )}
    </View>
  );
}
