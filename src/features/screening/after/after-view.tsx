import { View } from '@tarojs/components';
import { ArticleHead } from '@/ui/article';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { NextDue } from './next-due';
import { Hardship, Recalled, Waiting } from './ways';
import type { ReportedResult, useAfter } from './use-after';

const choices: { value: ReportedResult; text: string; detail?: string }[] = [
  { value: 'waiting', text: '还没有收到' },
  { value: 'fine', text: '收到了，说没有问题' },
  { value: 'recalled', text: '收到了，让我再去查' },
];

/** After the screening: one question, and what follows from its answer. */
export function AfterView(after: ReturnType<typeof useAfter>) {
  const { said, say, day, setDay, today } = after;
  return (
    <View>
      <ArticleHead title="查完以后" byline="下面的回答只在这一页里用，不发出去，关掉就没了。" />
      <ChoiceGroup name="result" label="结果收到了吗" options={choices} value={said} onChange={say} />
      {said !== null && <DateField name="screened" label="哪天查的" value={day} last={today} onChange={setDay} />}
      {said === 'waiting' && <Waiting {...after} />}
      {said === 'recalled' && <Recalled />}
      {(said === 'fine' || said === 'recalled') && <NextDue {...after} />}
      <Hardship />
    </View>
  );
}
