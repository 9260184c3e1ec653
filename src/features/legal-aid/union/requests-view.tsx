import { View } from '@tarojs/components';
import { legalAidTopicChoices } from '@yugong/domain/legal-aid/words';
import { dayAt, sayDay } from '@yugong/domain/calendar';
import type { LegalAidWire } from '@yugong/domain/legal-aid/wire';
import { Pressable } from '@/ui/pressable';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { OutboxList } from '@/ui/outbox-list';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { inOrder, isNews, useSeen } from '../../shared/legal-aid-news';
import { legalPageUrl, legalRequestUrl } from '..';
import type { useMyRequests } from './use-my-requests';
import { sayStatus } from './say';
import styles from './union.module.scss';

/** Everything that was sent to the union from here: what still waits to go out, then how the rest stands. */
export function RequestsView({ served, waiting, requests, refresh }: ReturnType<typeof useMyRequests>) {
  const none = waiting.length === 0 && (served === null || (served.state === 'ready' && requests.length === 0));
  return (
    <View>
      {none && (
        <Empty
          title="还没有给工会写过"
          explanation="写清楚发生了什么。工会受理、回复，都在这里查看。"
          ways={[{ text: '请工会帮忙', url: legalPageUrl('ask') }]}
        />
      )}
      {waiting.length > 0 && (
        <Section heading="还没到工会那里的" note={`${waiting.length} 件`}>
          <OutboxList items={waiting} />
        </Section>
      )}
      {served?.state === 'loading' && <Loading what="你的求助" />}
      {served?.state === 'offline' && <Offline what="你的求助" onRetry={() => void refresh()} />}
      {served?.state === 'failed' && (
        <Failed what="你的求助" kept="发过的都在工会那里，不会丢。" onRetry={() => void refresh()} />
      )}
      {requests.length > 0 && (
        <Section heading="工会收到的" note={served?.state === 'ready' && served.old ? '上次看到的' : undefined}>
          {inOrder(requests).map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
        </Section>
      )}
    </View>
  );
}

function RequestCard({ request }: { request: LegalAidWire }) {
  const seen = useSeen((state) => state.seen[request.id]);
  const { text, tone } = sayStatus(request.status);
  const today = dayAt(Date.now());
  const on = (instant: string): string => sayDay(dayAt(Date.parse(instant)), today);
  return (
    <Card
      first={
        <>
          {text}
          {isNews(request, seen) && <Tag tone="red">新</Tag>}
        </>
      }
      tone={tone}
      title={legalAidTopicChoices[request.topic]}
      actions={
        <Pressable className={styles.more} url={legalRequestUrl(request.id)}>
          查看回复、补充、撤回
        </Pressable>
      }
    >
      {request.urgent && <View>期限不到 7 天，已标为加急</View>}
      <View>
        {on(request.createdAt)}提交
        {request.updatedAt !== request.createdAt && `，${on(request.updatedAt)}有更新`}
      </View>
    </Card>
  );
}
