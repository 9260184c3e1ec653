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
    <Section heading={late ? '过了说好的时间，打电话问' : '再等一等，或者问一声'}>
      <Paragraph>
        {days === null
          ? `多久出结果：${AS_ANNOUNCED}。`
          : `主办方说 ${days} 天以内告诉你${since === null ? '' : `，现在是第 ${since} 天`}。`}
        {results?.how ? `${results.how}。` : ''}
      </Paragraph>
      <Paragraph>先打给检查的医院，报姓名和检查的日子。没有消息不等于没有问题，一定要问到。</Paragraph>
      <Row url={mineUrl()} title="我的报名" detail="在哪家医院、哪天查的" />
    </Section>
  );
}

/** Called back: what it means as far as anybody can say, and what to take along. */
export function Recalled() {
  return (
    <Section heading="让你再去查，别慌">
      <Paragraph>
        多数时候是要看得更清楚，不是确诊。通知你去哪家、哪天，就按那个去；没有说的，打给检查的医院问。
      </Paragraph>
      <Paragraph>带上身份证、这次的报告单，以前查过的也带上。想有人陪，就叫上家里人或者朋友。</Paragraph>
      <Row url={guideUrl('guide-results')} title="结果是什么意思" detail="多少人会被叫回去，接下来做什么" />
    </Section>
  );
}

/** Money: the way to the union's help, with where that is from. */
export function Hardship() {
  const union = orderedProgrammes.find(({ level }) => level === 'union');
  return (
    <Section heading="看病钱不够">
      {union?.aftercare && <Paragraph>{union.aftercare}</Paragraph>}
      <Paragraph>怎么办：打 12351，说清查出了什么、家里的情况，问困难职工档案怎么申请，要带什么材料。</Paragraph>
      <View>
        <Actions>
          <AskUnion />
        </Actions>
      </View>
      {union && <SourceNote {...union} />}
    </Section>
  );
}
