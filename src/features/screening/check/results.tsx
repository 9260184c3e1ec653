import { Text, View } from '@tarojs/components';
import type { Judgement, EligibilityOutcome } from '@yugong/domain/screening';
import { open } from '@/platform/navigation';
import { Actions, ArticleHead } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { hasService } from '@/platform/service';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { screeningDaysUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { AS_ANNOUNCED, type CheckedProgramme } from '../model';
import { Reasons } from './reasons';
import type { useEligibilityCheck } from './use-check';
import styles from './check.module.scss';

const outcomes: Record<EligibilityOutcome, { state: 'open' | 'closed' | 'unknown'; word: string }> = {
  eligible: { state: 'open', word: '初步符合条件' },
  unclear: { state: 'unknown', word: '暂不能确定' },
  'not-under-this': { state: 'closed', word: '不符合本项目条件' },
};

/** The best first: what it says, why, and where to go with it. */
export function CheckResults({ judgements, change, restart, asks, without }: ReturnType<typeof useEligibilityCheck>) {
  const best = judgements[0]?.outcome;
  return (
    <View>
      <ArticleHead
        title={
          best === 'eligible'
            ? '有你可以参加的项目'
            : best === 'unclear'
              ? '有的条件还不能确定，建议打电话确认'
              : '暂无符合条件的项目'
        }
        byline="按公开条件初步比对，以主办单位审核为准。"
      />
      {without && <Notice>{`${hasService ? '网络连接失败' : '还没有配置服务'}，结果不含工会的场次。`}</Notice>}
      {judgements.map((judgement) => (
        <Result key={judgement.programme.id} judgement={judgement} change={change} asks={asks} />
      ))}
      <Section heading="其他办法">
        <View>35—64 周岁可参加国家免费筛查，城乡都有，请咨询居住地的妇幼保健院。</View>
        <View>单位应当定期安排女职工检查，可以咨询单位工会，也可以打 12351。</View>
        <Actions>
          <AskUnion />
          <PlainButton onPress={restart}>
            <Text>重新回答</Text>
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
}: { judgement: Judgement<CheckedProgramme> } & Pick<ReturnType<typeof useEligibilityCheck>, 'change' | 'asks'>) {
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
          <Text>选择日期</Text>
        </MainButton>
      )}
      {!programme.served && outcome !== 'not-under-this' && (
        <View className={styles.unsaid}>本项目不在此报名，请咨询{programme.organiser}或打 12351。</View>
      )}
    </View>
  );
}
