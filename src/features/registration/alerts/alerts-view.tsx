import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import type { SessionAlertWire } from '@yugong/domain/session-alert/wire';
import { sayWish } from '@yugong/domain/session-alert/words';
import * as v from 'valibot';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService, hasLogin } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { eventListUrl, sessionUrl } from '../../events';
import { screeningDaysUrl } from '../../screening';
import { alertPath, useSessionAlerts } from '../../shared/session-alert';
import { DueReminders, useDueReminders } from './due-reminders';
import { open } from '@/platform/navigation';

/** What the reader waits for, each with the way to wait no longer. */
export function AlertsView() {
  const { served, refresh, alerts } = useSessionAlerts();
  const { today } = useServiceNow();
  const [words, setWords] = useState<string | null>(null);
  const remove = async (id: string) => {
    const reply = await askService(v.unknown(), {
      path: alertPath(id),
      method: 'DELETE',
      as: 'me',
      key: newIdempotencyKey(),
    });
    // It may be gone already, since the reader was told.
    const isGone = reply.kind === 'answered' || (reply.kind === 'problem' && reply.problem.code === 'not-found');
    setWords(isGone ? '已删除。' : '网络连接失败，未删除，请联网后再试。');
    await refresh();
  };
  const retry = () => void refresh();
  const due = useDueReminders(setWords);
  const isEmpty = !hasLogin() || alerts?.length === 0;
  return (
    <View>
      {words && (
        <View ariaRole="status">
          <Notice>{words}</Notice>
        </View>
      )}
      {served.state === 'ready' && served.old && <Notice>网络连接失败，下面是上次加载的内容。</Notice>}
      {hasLogin() && served.state === 'loading' && <Loading what="提醒" />}
      {served.state === 'offline' && <Offline what="提醒" onRetry={retry} />}
      {served.state === 'failed' && <Failed what="提醒" onRetry={retry} />}
      {isEmpty && (
        <Empty
          title="没有等待的场次"
          explanation="选日期没有合适的，或场次还没开始报名时，可以设置通知。"
          ways={[
            { text: '选两癌筛查日期', url: screeningDaysUrl() },
            { text: '看工会活动', url: eventListUrl() },
          ]}
        />
      )}
      <DueReminders {...due} today={today} />
      {alerts !== null && alerts.length > 0 && (
        <Section heading="等待的场次" note={`${alerts.length} 个`}>
          {alerts.map((alert) => (
            <AlertCard key={alert.id} alert={alert} today={today} onRemove={() => void remove(alert.id)} />
          ))}
        </Section>
      )}
    </View>
  );
}

/** One thing that is waited for: when or what first, then the session or what it must be like. */
function AlertCard({ alert, today, onRemove }: { alert: SessionAlertWire; today: Day; onRemove: () => void }) {
  const { sessionId, title, opensAt, district, until } = alert;
  return (
    <Card
      first={opensAt === null ? '有合适的场次时通知' : `${sayInstant(opensAt, today)} 开始报名，届时通知`}
      title={sessionId === null ? sayWish(alert, { district, title }) : (title ?? '场次')}
      actions={
        <Actions>
          {sessionId !== null && (
            <PlainButton onPress={() => open(sessionUrl(sessionId))}>
              <Text>查看场次</Text>
            </PlainButton>
          )}
          <PlainButton icon="trash-2" onPress={onRemove}>
            <Text>不再通知</Text>
          </PlainButton>
        </Actions>
      }
    >
      {sessionId === null && <View>{`${sayInstant(until, today)} 前有效，通知一次。`}</View>}
    </Card>
  );
}
