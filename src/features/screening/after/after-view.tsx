import { View } from '@tarojs/components';
import { ArticleHead } from '@/ui/article';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { NextDue } from './next-due';
import { Hardship, Recalled, Waiting } from './ways';
import type { ReportedResult, useAfter } from './use-after';

const choices: { value: ReportedResult; text: string; detail?: string }[] = [
  { value: 'waiting', text: '还没收到' },
  { value: 'fine', text: '已收到，没有问题' },
  { value: 'recalled', text: '已收到，需要复查' },
];

/** After the screening: one question, and what follows from its answer. */
export function AfterView(after: ReturnType<typeof useAfter>) {
  const { said, say, day, setDay, today } = after;
  return (
    <View>
      <ArticleHead title="查完以后" byline="回答只在本页使用，不会上传，关闭后清除。" />
      <ChoiceGroup name="result" label="是否收到结果" options={choices} value={said} onChange={say} />
      {said !== null && <DateField name="screened" label="检查日期" value={day} last={today} onChange={setDay} />}
      {said === 'waiting' && <Waiting {...after} />}
      {said === 'recalled' && <Recalled />}
      {(said === 'fine' || said === 'recalled') && <NextDue {...after} />}
      <Hardship />
    </View>
  );
}
