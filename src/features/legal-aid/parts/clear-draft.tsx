import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { hasDraft, useDraft } from '../draft/store';
import styles from './frame.module.scss';

/** Where the answers are, for how long, and how to take them away; what is out of reach is said too. */
export function ClearDraft() {
  const draft = useDraft((state) => state.draft);
  const clear = useDraft((state) => state.clear);
  const [asking, setAsking] = useState(false);
  const [cleared, setCleared] = useState(false);
  const kept = hasDraft(draft);
  return (
    <View className={styles.trace}>
      <Text>
        你填的只存在这部手机上，不会自己发出去；30 天没有改动就自动删掉。别人也用这部手机的话，走之前点“清空”。
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
          <Text>都清空了。已经复制、保存、放进手机日历或者发给工会的，要到那些地方去删。</Text>
        </View>
      )}
      <Sheet title="清空你填的？" open={asking} onClose={() => setAsking(false)}>
        <View className={styles['sheet-text']}>
          <Text>答案、算出来的数、申请书、记在这个应用日历里的期限，都从这部手机上删掉，找不回来。</Text>
        </View>
        <PlainButton
          icon="trash-2"
          onPress={() => {
            clear();
            setCleared(true);
            setAsking(false);
          }}
        >
          <Text>清空</Text>
        </PlainButton>
        <PlainButton onPress={() => setAsking(false)}>
          <Text>不清空</Text>
        </PlainButton>
      </Sheet>
    </View>
  );
}
