import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Day, dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import { useOnline } from '@/platform/network';
import { cancelInOutbox, dismissFromOutbox, type OutboxItem, retryInOutbox } from '@/platform/outbox';
import { PlainButton } from '../button';
import { Card } from '../card';
import { Sheet } from '../sheet';
import styles from './style.module.scss';

/**
 * What was handed in and is not settled: how each stands, first; to send it now, to give it up, to take
 * it off the list.
 *
 * @example const items = useOutbox(); return items.length > 0 && <OutboxList items={items} />;
 */
export function OutboxList({ items }: { items: readonly OutboxItem[] }) {
  const [asking, setAsking] = useState<OutboxItem | null>(null);
  const giveUp = (item: OutboxItem) => {
    cancelInOutbox(item.key);
    setAsking(null);
  };
  return (
    <View>
      {items.map((item) => (
        <OutboxCard key={item.key} item={item} onCancel={() => setAsking(item)} />
      ))}
      <Sheet title="取消发送？" open={asking !== null} onClose={() => setAsking(null)}>
        {asking && (
          <>
            <View className={styles.title}>{asking.title}</View>
            <View className={styles.meaning}>{sayCancel(asking)}</View>
            <PlainButton onPress={() => giveUp(asking)}>
              <Text>取消发送</Text>
            </PlainButton>
          </>
        )}
      </Sheet>
    </View>
  );
}

function OutboxCard({ item, onCancel }: { item: OutboxItem; onCancel: () => void }) {
  const online = useOnline();
  const { text, tone } = sayState(item, online);
  const { state } = item.progress;
  const settled = state === 'done' || state === 'refused' || state === 'stopped';
  const stopping = item.progress.state === 'sending' && item.progress.stopping;
  return (
    <Card
      first={<View ariaRole="status">{text}</View>}
      tone={tone}
      title={item.title}
      actions={
        <>
          {state === 'waiting' && online && (
            <PlainButton onPress={() => retryInOutbox(item.key)}>
              <Text>立即发送</Text>
            </PlainButton>
          )}
          {!settled && !stopping && (
            <PlainButton onPress={onCancel}>
              <Text>取消发送</Text>
            </PlainButton>
          )}
          {settled && (
            <PlainButton onPress={() => dismissFromOutbox(item.key)}>
              <Text>知道了</Text>
            </PlainButton>
          )}
        </>
      }
    >
      <Text>{sayWhen(item, dayAt(Date.now()))}提交</Text>
    </Card>
  );
}

type Tone = 'plain' | 'open' | 'unknown' | 'wrong';

function sayState({ progress, attempts }: OutboxItem, online: boolean): { text: string; tone: Tone } {
  switch (progress.state) {
    case 'waiting': {
      const before = attempts === 0 ? '待发送' : '暂未收到确认';
      return { text: `${before}，${online ? '稍后自动发送' : '联网后自动发送'}`, tone: 'unknown' };
    }
    case 'sending':
      return { text: progress.stopping ? '正在停止……' : '正在发送……', tone: 'plain' };
    case 'done':
      return { text: '已提交', tone: 'open' };
    case 'refused':
      return { text: `未成功：${progress.title}`, tone: 'wrong' };
    case 'stopped':
      return { text: '已停止发送，但之前可能已送达', tone: 'unknown' };
  }
}

/** When it was handed in, in Chongqing: 今天 09:30. */
const sayWhen = ({ createdAt }: OutboxItem, today: Day): string =>
  `${sayDay(dayAt(createdAt), today)} ${timeAt(createdAt)}`;

/** What giving up means; it depends on whether it may have arrived. */
const sayCancel = ({ attempts }: OutboxItem): string =>
  attempts === 0
    ? '尚未发送，取消后从本机删除。'
    : '可能已送达，只是暂未收到确认。取消后不再发送，请到对应页面查看，或打电话核实。';
