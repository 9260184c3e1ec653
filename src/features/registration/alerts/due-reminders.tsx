import { Text } from '@tarojs/components';
import { sayDate, type Day } from '@yugong/domain/calendar';
import { DueReminderListWire, type DueReminderChange, type DueReminderWire } from '@yugong/domain/due-reminder/wire';
import * as v from 'valibot';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService, hasLogin, useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { PlainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Section } from '@/ui/section';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../../shared/subscriptions';
import { dueReminderPath } from '../endpoints';

const PATH = '/api/v1/me/due-reminders';

/** What the reader can do about a date: come later, say that it was done, or be told no more. */
type Step = DueReminderChange | { action: 'stop' };

const done: Record<Step['action'], string> = {
  defer: '已推迟一个月。',
  done: '已记下，下次到期再提醒。',
  stop: '已停止，日期已删除。',
};

/**
 * The days on which the reader wants to be told that she is due again.
 *
 * @param say shows how a step went
 */
export function useDueReminders(say: (words: string) => void) {
  const { today } = useServiceNow();
  const { served, refresh } = useService(DueReminderListWire, hasLogin() ? PATH : null, { as: 'me' });
  const templates = useMessageTemplates();
  const take = async ({ id, told }: DueReminderWire, step: Step) => {
    const key = newIdempotencyKey();
    // The message that she agreed to went out when she was told.
    if (step.action !== 'stop' && told > 0) askOnSending(key, templates, ['reminder']);
    const reply = await askService(v.unknown(), {
      path: dueReminderPath(id),
      as: 'me',
      key,
      ...(step.action === 'stop' ? { method: 'DELETE' } : { method: 'PUT', body: step }),
    });
    if (reply.kind === 'answered') await subscribeAgreed(key, `${dueReminderPath(id)}/subscriptions`);
    say(reply.kind === 'answered' ? done[step.action] : '网络连接失败，未做更改，请联网后再试。');
    await refresh();
  };
  return {
    reminders: served.state === 'ready' ? served.data.reminders : [],
    defer: (one: DueReminderWire) => void take(one, { action: 'defer', months: 1 }),
    finish: (one: DueReminderWire) => void take(one, { action: 'done', on: today }),
    stop: (one: DueReminderWire) => void take(one, { action: 'stop' }),
  };
}

/** Each day with what can be done about it; not there while there is none. */
export function DueReminders({
  reminders,
  today,
  defer,
  finish,
  stop,
}: ReturnType<typeof useDueReminders> & { today: Day }) {
  if (reminders.length === 0) return null;
  return (
    <Section heading="到期提醒" note={`${reminders.length} 个`}>
      {reminders.map((one) => (
        <Card
          key={one.id}
          first={one.day > today ? `${sayDate(one.day, '')}提醒` : `${sayDate(one.day, '')}已到期`}
          tone={one.day > today ? 'plain' : 'unknown'}
          title="健康检查"
          actions={
            <>
              <PlainButton icon="check" onPress={() => finish(one)}>
                <Text>做过了</Text>
              </PlainButton>
              <PlainButton onPress={() => defer(one)}>
                <Text>推迟一个月</Text>
              </PlainButton>
              <PlainButton icon="trash-2" onPress={() => stop(one)}>
                <Text>不再提醒</Text>
              </PlainButton>
            </>
          }
        />
      ))}
    </Section>
  );
}
