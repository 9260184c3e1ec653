import { Text, View } from '@tarojs/components';
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
        <Card first="工会收到了" tone="open" title="接下来">
          <Text>
            有人接手会写在“我的求助”里；有了回复，“我的”那一页会提醒。着急的，打 12351 说一声“在渝工随行里写过”。
          </Text>
        </Card>
      ) : (
        <OutboxList items={[item]} />
      )}
      <Row url={legalRequestsUrl()} title="我的求助" detail="办到哪一步了、补充、撤回、删除" />
      {over && (
        <Actions near>
          <PlainButton onPress={again}>
            <Text>{arrived ? '另写一份' : '回去改'}</Text>
          </PlainButton>
        </Actions>
      )}
      {!over && (
        <View className={styles.note}>
          <Text>还没有到工会那里。等不及的，打 12351。</Text>
        </View>
      )}
    </View>
  );
}
