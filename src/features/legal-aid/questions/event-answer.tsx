import { Text, View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import type { useInterview } from './use-interview';

const proofChoices = [
  { value: 'yes', text: '有', detail: '聊天记录、短信、快递底单、登记单、录音' },
  { value: 'no', text: '没有' },
] as const;

const overChoices = [
  { value: 'no', text: '还在办' },
  { value: 'yes', text: '已经结束', detail: '撤回了、没受理、有了结果' },
  { value: 'unknown', text: '不知道' },
] as const;

type EventAnswerProps = Pick<
  ReturnType<typeof useInterview>,
  'events' | 'isProcedure' | 'changeEvent' | 'addEvent' | 'dropEvent'
> & { id: string; title: string; hint: string | undefined; today: string };

/** Every time that something was done: the day, whether it can be proven, and of a procedure whether it is over. */
export function EventAnswer({
  id,
  title,
  hint,
  today,
  events,
  isProcedure,
  changeEvent,
  addEvent,
  dropEvent,
}: EventAnswerProps) {
  return (
    <View>
      {events.map(({ on, proven, over, until }, at) => (
        <View key={at}>
          <DateField
            name={`${id}-${at}`}
            label={at === 0 ? title : `第 ${at + 1} 次，是哪天`}
            hint={at === 0 ? hint : undefined}
            value={on}
            onChange={(day) => changeEvent(at, { on: day })}
            last={today}
          />
          <ChoiceGroup
            name={`${id}-${at}-proof`}
            label="有能证明的东西吗"
            options={proofChoices}
            value={proven ? 'yes' : 'no'}
            onChange={(value) => changeEvent(at, { proven: value === 'yes' })}
          />
          {isProcedure && (
            <ChoiceGroup
              name={`${id}-${at}-over`}
              label="这件事办完了吗"
              options={overChoices}
              value={overChoices.find(({ value }) => value === over)?.value ?? null}
              onChange={(value) => changeEvent(at, { over: value })}
            />
          )}
          {isProcedure && over === 'yes' && (
            <DateField
              name={`${id}-${at}-until`}
              label="结束的那天"
              hint="收到通知、签了撤回的那天"
              value={until ?? ''}
              onChange={(day) => changeEvent(at, { until: day })}
              first={on || undefined}
              last={today}
            />
          )}
        </View>
      ))}
      <Actions near>
        <PlainButton onPress={addEvent}>
          <Text>再加一次</Text>
        </PlainButton>
        {events.length > 1 && (
          <PlainButton onPress={dropEvent}>
            <Text>去掉最后一次</Text>
          </PlainButton>
        )}
      </Actions>
    </View>
  );
}
