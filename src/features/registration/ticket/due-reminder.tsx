import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate } from '@yugong/domain/calendar';
import { DueReminderWire, type DueOfferWire } from '@yugong/domain/due-reminder/wire';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService } from '@/platform/service';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { alertsUrl } from '..';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../../shared/subscriptions';
import { dueReminderPath, registrationPath } from '../endpoints';
import styles from './ticket.module.scss';

/** After a screening: when the next is due, and for who wants it a date kept by a consent of its own. */
export function DueReminder({
  registration,
  due: { day, consent, kept },
  refresh,
}: {
  registration: string;
  due: DueOfferWire;
  refresh: () => Promise<void>;
}) {
  const [asking, setAsking] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const templates = useMessageTemplates();
  const keep = async () => {
    const { purpose, version } = consent;
    const key = newIdempotencyKey();
    askOnSending(key, templates, ['reminder']);
    const reply = await askService(DueReminderWire, {
      path: `${registrationPath(registration)}/due-reminder`,
      method: 'POST',
      as: 'me',
      key,
      body: { consents: [{ purpose, version }] },
    });
    if (reply.kind === 'answered') await subscribeAgreed(key, `${dueReminderPath(reply.data.id)}/subscriptions`);
    else if (reply.kind === 'problem') setWords(`${reply.problem.title}。`);
    else setWords('网络连接失败，未能设置，请联网后再点一次。');
    await refresh();
  };
  if (kept)
    return <Row url={alertsUrl()} title="到期提醒已设置" detail={`${sayDate(kept.day, '')}提醒，可以推迟或停止`} />;
  return (
    <Section heading="到期提醒">
      <View>{`下次检查：${sayDate(day, '')}以后。`}</View>
      <Actions>
        <PlainButton icon="bell" onPress={() => setAsking(true)}>
          <Text>到期提醒我</Text>
        </PlainButton>
      </Actions>
      <View className={styles.why} ariaRole="status">
        {words}
      </View>
      <ConfirmSheet
        title={consent.title}
        open={asking}
        icon="bell"
        confirm="同意并保存"
        keep="暂不设置"
        onConfirm={() => void keep()}
        onClose={() => setAsking(false)}
      >
        <View>{consent.text}</View>
      </ConfirmSheet>
    </Section>
  );
}
