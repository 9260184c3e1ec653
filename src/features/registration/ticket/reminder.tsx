import { Text, View } from '@tarojs/components';
import { sayInstant } from '@yugong/domain/agenda';
import { ReminderWire } from '@yugong/domain/registration/detail';
import { useState } from 'react';
import { type Agreed, agreeToMessage, hasMessages, messageTo } from '@/platform/message';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService } from '@/platform/service';
import { registrationPath } from '../endpoints';
import styles from './ticket.module.scss';

const refused: Record<Exclude<Agreed, 'agreed'>, string> = {
  declined: '未开启提醒，名额不受影响。需要时再点，或添加到手机日历。',
  'switched-off': '微信已关闭本小程序的通知。请点右上角“…”，在设置的通知管理里打开后再点一次。',
  failed: '微信提醒开启失败，建议添加到手机日历。',
};
const NOT_REACHED = '网络连接失败，未能设置，请联网后再点一次。';

/** Has WeChat send one message the day before: her yes first, on the tap, then the service's. */
function useReminder(registration: string, refresh: () => Promise<void>) {
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (template: string) => {
    if (busy) return;
    setBusy(true);
    setWords(await outcome(registration, template));
    await refresh();
    setBusy(false);
  };
  return { words, busy, ask };
}

/** @returns what went wrong, in words; null where it was noted */
async function outcome(registration: string, template: string): Promise<string | null> {
  const agreed = await agreeToMessage(template);
  if (agreed !== 'agreed') return refused[agreed];
  const body = await messageTo().catch(() => null);
  if (body === null) return NOT_REACHED;
  const path = `${registrationPath(registration)}/reminder`;
  const reply = await askService(ReminderWire, { path, method: 'POST', as: 'me', key: newIdempotencyKey(), body });
  if (reply.kind === 'answered') return null;
  return reply.kind === 'problem' ? `${reply.problem.title}。` : NOT_REACHED;
}

/** A message the day before, for who wants it; nothing where the operator has none or it is too late for one. */
export function ReminderLine({
  registration,
  reminder,
  today,
  refresh,
}: {
  registration: string;
  reminder: ReminderWire | null;
  today: string;
  refresh: () => Promise<void>;
}) {
  const { words, busy, ask } = useReminder(registration, refresh);
  if (reminder === null) return null;
  const { state, template } = reminder;
  const at = sayInstant(reminder.at, today);
  const said = {
    offered: `${at} 发送一次微信提醒。`,
    waiting: `${at} 发送一次微信提醒。改期会随之更新，取消则不发送。`,
    sent: '微信提醒已发送。',
    failed: '微信提醒发送失败，请自己留意时间。',
  };
  if (state !== 'offered') return <View className={styles.why}>{said[state]}</View>;
  if (!hasMessages || template === null) return null;
  return (
    <View>
      <Actions>
        <PlainButton icon="bell" onPress={() => void ask(template)}>
          <Text>{busy ? '请稍等……' : '提醒我'}</Text>
        </PlainButton>
      </Actions>
      <View className={styles.why} ariaRole="status">
        {words ?? said.offered}
      </View>
    </View>
  );
}
