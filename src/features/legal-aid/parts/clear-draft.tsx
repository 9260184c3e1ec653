import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { outOfReach } from '@/platform/leave';
import { useOutbox } from '@/platform/outbox';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { useSeen } from '../../shared/legal-aid-news';
import { hasDraft, useDraft } from '../draft/store';
import { allKinds } from '../union/kinds';
import styles from './frame.module.scss';

/** Where the answers are, for how long, and how to take them away; what is out of reach is said too. */
export function ClearDraft() {
  const draft = useDraft((state) => state.draft);
  const clear = useDraft((state) => state.clear);
  const [asking, setAsking] = useState(false);
  const [cleared, setCleared] = useState(false);
  const sent = useOutbox().some(({ kind }) => allKinds.includes(kind));
  const known = useSeen(({ seen }) => Object.keys(seen).length > 0);
  const kept = hasDraft(draft) || sent || known;
  return (
    <View className={styles.trace}>
      <Text>
        你填的只存在这部手机上，不会自己发出去；30 天没有改动就自动删掉。别人也用这部手机的话，走之前点“清空”。
        {outOfReach}
      </Text>
      {kept && (
        <View className={styles['trace-action']}>
          <PlainButton icon="trash-2" onPress={() => setAsking(true)}>
            <Text>清空我填的</Text>
          </PlainButton>
        </View>
      )}
      {cleared && !kept && (
        <View ariaRole="status">
          <Text>都清空了。已经复制、保存、放进手机日历的，要到那些地方去删；已经发给工会的，到“我的求助”里删。</Text>
        </View>
      )}
      <Sheet title="清空你填的？" open={asking} onClose={() => setAsking(false)}>
        <View className={styles['sheet-text']}>
          <Text>
            答案、算出来的数、申请书、还没发出去的求助、记在这个应用日历里的期限，都从这部手机上删掉，找不回来。工会已经收到的求助还在工会那里。
          </Text>
        </View>
        <PlainButton
          icon="trash-2"
          onPress={() => {
            clear();
            setCleared(true);
            setAsking(false);
          }}
        >
          <Text>清空，不留</Text>
        </PlainButton>
        <PlainButton onPress={() => setAsking(false)}>
          <Text>不清空</Text>
        </PlainButton>
      </Sheet>
    </View>
  );
}
