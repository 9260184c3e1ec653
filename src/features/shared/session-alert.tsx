/** 「有场次通知我」: asks to hear when one can sign up, kept on the phone until the service has it. */
import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import type { SessionWish } from '@yugong/domain/session-alert';
import { SessionAlertListWire, SessionAlertWire, type SessionAlertRequest } from '@yugong/domain/session-alert/wire';
import { useOnline } from '@/platform/network';
import { open } from '@/platform/navigation';
import {
  answerOf,
  defineKind,
  dismissFromOutbox,
  newIdempotencyKey,
  putIntoOutbox,
  useOutbox,
  type OutboxItem,
} from '@/platform/outbox';
import { hasLogin, useService } from '@/platform/service';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { alertsUrl } from '../registration';
import { askOnSending, subscribeAgreed, useMessageTemplates } from './subscriptions';
import styles from './session-alert.module.scss';

/** The service's list of what this account waits for. */
export const SESSION_ALERTS_PATH = '/api/v1/me/session-alerts';

export const alertPath = (id: string): string => `${SESSION_ALERTS_PATH}/${encodeURIComponent(id)}`;

const alertKind = defineKind<SessionAlertRequest, SessionAlertWire>('session-alert', SessionAlertWire);

/** What is waited for, as text that the same wish always has. */
const textOf = (of: { sessionId: string | null } & Partial<SessionWish>): string =>
  JSON.stringify(
    of.sessionId === null ? [of.kind, of.programmeId, of.adcode, of.evening, of.weekend] : ['session', of.sessionId],
  );

const requestText = (request: SessionAlertRequest): string =>
  textOf('sessionId' in request ? { sessionId: request.sessionId } : { sessionId: null, ...request });

/** What of the outbox asks for exactly this. What was sent has no body any more, but the service's answer. */
const itemOf = (outbox: readonly OutboxItem[], request: SessionAlertRequest): OutboxItem | undefined =>
  outbox.find((item) => {
    const answer = answerOf(alertKind, item);
    if (answer) return textOf(answer) === requestText(request);
    return item.kind === alertKind.name && JSON.stringify(item.body) === JSON.stringify(request);
  });

/** What this account waits for; null where the service can't be asked. Without an account it is nothing. */
export function useSessionAlerts() {
  const { served, refresh } = useService(SessionAlertListWire, hasLogin() ? SESSION_ALERTS_PATH : null, { as: 'me' });
  return { served, refresh, alerts: served.state === 'ready' ? served.data.alerts : null };
}

/**
 * The button, and how its request stands.
 *
 * @param title what the outbox calls it, without anything personal
 */
export function SessionAlertButton({
  request,
  title,
  label = '有场次通知我',
}: {
  request: SessionAlertRequest;
  title: string;
  label?: string;
}) {
  const { alerts, refresh } = useSessionAlerts();
  const item = itemOf(useOutbox(), request);
  const online = useOnline();
  const templates = useMessageTemplates();
  const doneKey = item?.progress.state === 'done' ? item.key : null;
  const alertId = item ? (answerOf(alertKind, item)?.id ?? null) : null;
  useEffect(() => {
    if (doneKey === null) return;
    if (alertId !== null) void subscribeAgreed(doneKey, `${alertPath(alertId)}/subscriptions`);
    // The service has it: its own list says so from here on.
    void refresh().then(() => dismissFromOutbox(doneKey));
  }, [doneKey, alertId, refresh]);
  const isKept = (alerts ?? []).some((alert) => textOf(alert) === requestText(request));
  const ask = () => {
    if (item) dismissFromOutbox(item.key);
    const key = newIdempotencyKey();
    const kept = putIntoOutbox(alertKind, {
      key,
      title,
      path: SESSION_ALERTS_PATH,
      body: request,
    });
    if (kept) askOnSending(key, templates, ['reminder']);
    else void Taro.showToast({ title: '手机存储已满，未能设置', icon: 'none' });
  };
  const words = isKept || doneKey !== null ? KEPT : item && sayProgress(item, online);
  const isSettled = item?.progress.state === 'refused' || item?.progress.state === 'stopped';
  return (
    <View>
      <Actions>
        {isKept || doneKey !== null ? (
          <PlainButton icon="bell" onPress={() => open(alertsUrl())}>
            <Text>查看我的提醒</Text>
          </PlainButton>
        ) : (
          (!item || isSettled) && (
            <PlainButton icon="bell" onPress={ask}>
              <Text>{label}</Text>
            </PlainButton>
          )
        )}
      </Actions>
      <View className={styles.words} ariaRole="status">
        {words}
      </View>
    </View>
  );
}

/** Of a session whose sign-up hasn't begun: to hear when it does. */
export const OpeningAlert = ({ session: { id, title } }: { session: { id: string; title: string } }) => (
  <SessionAlertButton request={{ sessionId: id }} title={`开始报名时提醒：${title}`} label="开始报名时提醒我" />
);

const KEPT = '已设置。可以报名时，“我的”里的“消息”会通知你。';

function sayProgress({ progress }: OutboxItem, online: boolean): string {
  if (progress.state === 'refused') return `${progress.title}。`;
  if (progress.state === 'stopped') return '已取消发送。';
  return online ? '正在提交……' : '现在没有网络，已保存在本机，联网后自动提交。';
}
