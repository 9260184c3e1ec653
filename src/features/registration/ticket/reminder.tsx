import { Text, View } from '@tarojs/components';
import type { ReminderWire } from '@yugong/domain/registration/wire';
import { hasMessages } from '@/platform/message';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { sayInstant } from '../../shared/say-session';
import { useReminder } from './use-reminder';
import styles from './ticket.module.scss';

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
