import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Actions, Paragraph } from '@/ui/article';
import { legalPageUrl } from '..';
import type { useClock } from '../draft/use-clock';
import { DeadlineCard } from './deadline-card';
import { ProgressForm } from './progress-form';
import { useRemember } from './use-remember';

/** Every deadline, the nearest first; where nothing was answered yet, the way to the questions. */
export function ClockView({ today, facts, deadlines }: ReturnType<typeof useClock>) {
  const remember = useRemember();
  const toQuestions = { text: '回答几个问题', url: legalPageUrl('interview') };
  return (
    <View>
      {deadlines.length === 0 ? (
        <Empty
          title="还没有可算的日子"
          explanation="先回答发生了什么、哪天的事。最常用的一条：申请仲裁一般是一年；还在职的，要工资没有期限。"
          ways={[toQuestions]}
        />
      ) : (
        <>
          {deadlines.map((deadline) => (
            <DeadlineCard key={deadline.id} deadline={deadline} today={today} remember={remember} />
          ))}
          <Paragraph>
            日期按你填写的内容计算，以受理机构认定为准。医院、派出所、劳动合同另写了期限的，以原文为准。
          </Paragraph>
          <Actions near>
            <PlainButton onPress={() => open(toQuestions.url)}>
              <Text>改我的回答</Text>
            </PlainButton>
          </Actions>
        </>
      )}
      <ProgressForm today={today} injured={facts.injury !== null} />
    </View>
  );
}
