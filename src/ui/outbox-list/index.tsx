import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayAt } from '@yugong/domain/calendar';
import { useOnline } from '@/platform/network';
import { cancelInOutbox, dismissFromOutbox, retryInOutbox, type OutboxItem } from '@/platform/outbox';
import { PlainButton } from '../button';
import { Card } from '../card';
import { Sheet } from '../sheet';
import { sayCancel, sayState, sayWhen } from './say';
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
      <Sheet title="不发了？" open={asking !== null} onClose={() => setAsking(null)}>
        {asking && (
          <>
            <View className={styles.title}>{asking.title}</View>
            <View className={styles.meaning}>{sayCancel(asking)}</View>
            <PlainButton onPress={() => giveUp(asking)}>
              <Text>不发了</Text>
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
              <Text>现在发</Text>
            </PlainButton>
          )}
          {!settled && !stopping && (
            <PlainButton onPress={onCancel}>
              <Text>不发了</Text>
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
