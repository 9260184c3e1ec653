import { Text, View } from '@tarojs/components';
import { sayInstant } from '@yugong/domain/agenda';
import { ReminderWire } from '@yugong/domain/registration/wire';
import { useState } from 'react';
import { type Agreed, agreeToMessage, hasMessages, messageTo } from '@/platform/message';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService } from '@/platform/service';
import { registrationPath } from '../endpoints';
import styles from './ticket.module.scss';

const refused: Record<Exclude<Agreed, 'agreed'>, string> = {
  declined: '没有开提醒，名额不受影响。想要了再点，或者加到手机日历。',
  'switched-off': '微信里关了这个小程序的通知。点右上角“…”，进设置、通知管理打开，再来点一次。',
  failed: '微信没有打开提醒，先加到手机日历吧。',
};
const NOT_REACHED = '没有连上工会的服务，还没记下。有网了再点一次。';

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
    offered: `${at} 用微信提醒一次。`,
    waiting: `${at} 用微信提醒你一次。改期跟着改，取消就不发。`,
    sent: '微信提醒已经发过了。',
    failed: '微信提醒没有发成，别忘了自己记着。',
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
