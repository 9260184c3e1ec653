import { Text, View } from '@tarojs/components';
import { legalAidStatusLabels } from '@yugong/domain/legal-aid/words';
import type { OutboxItem } from '@/platform/outbox';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { OutboxList } from '@/ui/outbox-list';
import { Row } from '@/ui/row';
import { legalRequestsUrl } from '..';
import styles from './union.module.scss';

/** After the tap: how it stands, and nothing is called received that was not acknowledged. */
export function SentView({ item, again }: { item: OutboxItem; again: () => void }) {
  const { state } = item.progress;
  const arrived = state === 'done';
  const over = arrived || state === 'refused' || state === 'stopped';
  return (
    <View>
      {arrived ? (
        <Card first={legalAidStatusLabels.received} tone="open" title="接下来">
          <Text>
            工会受理后，“我的求助”里的状态会更新；有回复时，“我的”页面会提醒。着急请打
            12351，说明“已在渝工随行提交求助”。
          </Text>
        </Card>
      ) : (
        <OutboxList items={[item]} />
      )}
      <Row url={legalRequestsUrl()} title="我的求助" detail="办理进度、补充、撤回、删除" />
      {over && (
        <Actions near>
          <PlainButton onPress={again}>
            <Text>{arrived ? '另写一份' : '返回修改'}</Text>
          </PlainButton>
        </Actions>
      )}
      {!over && (
        <View className={styles.note}>
          <Text>工会还没有收到。着急请打 12351。</Text>
        </View>
      )}
    </View>
  );
}
