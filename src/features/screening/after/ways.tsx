import { View } from '@tarojs/components';
import { Actions, Paragraph } from '@/ui/article';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { SourceNote } from '@/ui/source-note';
import { guideUrl } from '..';
import { mineUrl } from '../../registration';
import { AskUnion } from '../../shared/ask-union';
import { AS_ANNOUNCED, orderedProgrammes } from '../model';
import type { useAfter } from './use-after';

/** No result yet: how long it may take, and whom to ask. */
export function Waiting({ programme, since }: ReturnType<typeof useAfter>) {
  const results = programme?.rules.results ?? null;
  const days = results?.withinDays ?? null;
  const late = days !== null && since !== null && since > days;
  return (
    <Section heading={late ? '已超过约定时间，请打电话询问' : '请再等等，也可以打电话询问'}>
      <Paragraph>
        {days === null
          ? `出结果时间：${AS_ANNOUNCED}。`
          : `主办方承诺 ${days} 天内通知${since === null ? '' : `，现在是第 ${since} 天`}。`}
        {results?.how ? `${results.how}。` : ''}
      </Paragraph>
      <Paragraph>请打给检查的医院，说明姓名和检查日期。没有通知不等于没有问题，一定要问清楚。</Paragraph>
      <Row url={mineUrl()} title="我的报名" detail="检查的医院和日期" />
    </Section>
  );
}

/** Called back: what it means as far as anybody can say, and what to take along. */
export function Recalled() {
  return (
    <Section heading="需要复查，先别慌">
      <Paragraph>
        复查多数是为了看得更清楚，不是确诊。请按通知的医院和时间前往；没有说明的，打给检查的医院询问。
      </Paragraph>
      <Paragraph>请带上身份证、这次的报告单和以前的检查资料。可以请家人或朋友陪同。</Paragraph>
      <Row url={guideUrl('guide-results')} title="结果是什么意思" detail="多少人需要复查，下一步做什么" />
    </Section>
  );
}

/** Money: the way to the union's help, with where that is from. */
export function Hardship() {
  const union = orderedProgrammes.find(({ level }) => level === 'union');
  return (
    <Section heading="看病有困难">
      {union?.aftercare && <Paragraph>{union.aftercare}</Paragraph>}
      <Paragraph>打 12351，说明检查结果和家庭情况，咨询如何申请困难职工建档、需要哪些材料。</Paragraph>
      <View>
        <Actions>
          <AskUnion />
        </Actions>
      </View>
      {union && <SourceNote {...union} />}
    </Section>
  );
}
