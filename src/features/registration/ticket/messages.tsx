import { Text, View } from '@tarojs/components';
import { SubscriptionWire } from '@yugong/domain/wechat/wire';
import { useState } from 'react';
import { type Agreed, agreeToMessages, hasMessages } from '@/platform/message';
import { useService } from '@/platform/service';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { subscribe, useMessageTemplates } from '../../shared/subscriptions';
import styles from './ticket.module.scss';

const refused: Record<Exclude<Agreed, 'agreed'>, string> = {
  declined: '未开启微信通知，报名不受影响。有变动时可在“消息”里查看。',
  'switched-off': '微信已关闭本小程序的通知。请点右上角“…”，在设置的通知管理里打开后再点一次。',
  failed: '微信通知开启失败，有变动时可在“消息”里查看。',
};

/**
 * Asks for WeChat's messages where none was agreed to, or the yes is used up: each is good for one message.
 *
 * @param about the path of the subscriptions of a registration, or of a sign-up that the union has to settle
 * @param waits is she on the waiting list, so that she has to know of a free seat first
 * @param why what is sent, and when
 */
export function MessagesLine({ about, waits = false, why }: { about: string; waits?: boolean; why: string }) {
  const templates = useMessageTemplates();
  const path = hasMessages && templates.length > 0 ? about : null;
  const { served, refresh } = useService(SubscriptionWire, path, { as: 'me' });
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (served.state !== 'ready') return null;
  const useful = templates.filter(({ kind }) => kind === 'change' || (waits && kind === 'offer'));
  const missing = useful.filter(({ kind }) => !served.data.kinds.includes(kind));
  if (missing.length === 0)
    return words === null ? null : (
      <View className={styles.why} ariaRole="status">
        {words}
      </View>
    );
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    const { kinds, why: answer } = await agreeToMessages(missing);
    if (answer !== 'agreed') setWords(refused[answer]);
    else if ((await subscribe(about, kinds)) === null) setWords('网络连接失败，未能设置，请联网后再点一次。');
    else setWords('已开启，有变动时发送一次微信通知。');
    await refresh();
    setBusy(false);
  };
  return (
    <View>
      <Actions>
        <PlainButton icon="bell" onPress={() => void ask()}>
          <Text>{busy ? '请稍等……' : '有变动时通知我'}</Text>
        </PlainButton>
      </Actions>
      <View className={styles.why} ariaRole="status">
        {words ?? why}
      </View>
    </View>
  );
}
