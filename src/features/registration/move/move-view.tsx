import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SessionWire } from '@yugong/domain/session/wire';
import { backOr } from '@/platform/navigation';
import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Empty } from '@/ui/empty';
import { Failed, Loading, Offline } from '@/ui/states';
import { mineUrl, ticketUrl } from '..';
import { Sessions } from '../answers';
import { AskUnion } from '../../shared/ask-union';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { sayWhen } from '../../shared/say-session';
import { SessionRow } from '../../shared/session-row';
import { sendMove } from '../sending';
import type { Ticket } from '../ticket/tickets';

/** Another session of the same programme. The old place stays until the new one is certain, and the page says so. */
export function MoveView({ ticket }: { ticket: Ticket }) {
  const { registration, session } = ticket;
  const clock = useServiceNow();
  const path = `/api/v1/sessions?programme=${encodeURIComponent(registration.programmeId)}`;
  const { served, refresh } = useService(Sessions, path);
  const [chosen, setChosen] = useState<SessionWire | null>(null);
  const sessions = served.state === 'ready' ? served.data.sessions : [];
  // A place is never given up for a waiting list.
  const others = sessions.filter(({ id, state }) => id !== session.id && state === 'open');
  const move = (to: SessionWire) => {
    if (!sendMove(registration.id, to)) return void Taro.showToast({ title: '手机存储满了，没有改', icon: 'none' });
    backOr(ticketUrl({ registration: registration.id }));
  };
  return (
    <View>
      <ArticleHead title="改到哪一场" />
      <Paragraph>{`现在是 ${sayWhen(session, clock.today)}，${session.place}。改成了才换，没改成，原来的还在。`}</Paragraph>
      {served.state === 'loading' && <Loading what="别的场次" />}
      {served.state === 'offline' && <Offline what="别的场次" onRetry={() => void refresh()} />}
      {served.state === 'failed' && <Failed what="别的场次" kept="原来的名额还在。" onRetry={() => void refresh()} />}
      {served.state === 'ready' && others.length === 0 && (
        <Empty
          title="现在没有别的场次能改"
          explanation="新的场次开了会列在这里。原来的名额还在。"
          ways={[{ text: '回我的报名', url: mineUrl() }]}
        />
      )}
      {others.map((other) => (
        <SessionRow key={other.id} session={other} today={clock.today} onPress={() => setChosen(other)} />
      ))}
      <Actions>
        <AskUnion />
      </Actions>
      <ConfirmSheet
        title="改到这一场？"
        open={chosen !== null}
        confirm="改到这一场"
        keep="不改"
        onConfirm={() => chosen && move(chosen)}
        onClose={() => setChosen(null)}
      >
        {chosen && (
          <>
            <View>{sayWhen(chosen, clock.today)}</View>
            <View>{chosen.place}</View>
          </>
        )}
      </ConfirmSheet>
    </View>
  );
}
