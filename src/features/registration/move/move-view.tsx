import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type SessionWire, SessionListWire } from '@yugong/domain/session/wire';
import { backOr } from '@/platform/navigation';
import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Empty } from '@/ui/empty';
import { Failed, Loading, Offline } from '@/ui/states';
import { mineUrl, ticketUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { saySessionTime } from '../../shared/say-session-time';
import { SessionChoiceRow } from '../../shared/session-row';
import { sendMove } from '../outbox-kinds';
import type { Ticket } from '../ticket/tickets';
import { NotFoundHere } from '../../shared/not-found-here';
import { useTicket } from '../ticket/use-ticket';

/** Another session for one's own registration. */
export function MovePage({ id }: { id: string }) {
  const { ticket, served, refresh } = useTicket(id);
  const retry = () => void refresh();
  if (ticket) return <MoveView ticket={ticket} />;
  if (served.state === 'loading' && id !== '') return <Loading what="报名" />;
  if (served.state === 'offline') return <Offline what="报名" onRetry={retry} />;
  if (served.state === 'failed' && !(served.why.kind === 'problem' && served.why.problem.status === 404))
    return <Failed what="报名" onRetry={retry} />;
  return <NotFoundHere what="报名" measure="条" listUrl={mineUrl()} />;
}

/** Another session of the same programme. The old place stays until the new one is certain, and the page says so. */
export function MoveView({ ticket }: { ticket: Ticket }) {
  const { registration, session } = ticket;
  const clock = useServiceNow();
  const path = `/api/v1/sessions?programme=${encodeURIComponent(registration.programmeId)}`;
  const { served, refresh } = useService(SessionListWire, path);
  const [chosen, setChosen] = useState<SessionWire | null>(null);
  const sessions = served.state === 'ready' ? served.data.sessions : [];
  // A place is never given up for a waiting list.
  const others = sessions.filter(({ id, state }) => id !== session.id && state === 'open');
  const move = (to: SessionWire) => {
    if (!sendMove(registration.id, to)) return void Taro.showToast({ title: '手机存储已满，改期未提交', icon: 'none' });
    backOr(ticketUrl({ registration: registration.id }));
  };
  return (
    <View>
      <ArticleHead title="选择新场次" />
      <Paragraph>{`当前场次：${saySessionTime(session, clock.today)}，${session.place}。改期成功后才会释放原名额。`}</Paragraph>
      {served.state === 'loading' && <Loading what="其他场次" />}
      {served.state === 'offline' && <Offline what="其他场次" onRetry={() => void refresh()} />}
      {served.state === 'failed' && <Failed what="其他场次" kept="原名额不受影响。" onRetry={() => void refresh()} />}
      {served.state === 'ready' && others.length === 0 && (
        <Empty
          title="暂无可改的场次"
          explanation="有新场次会显示在这里。原名额不受影响。"
          ways={[{ text: '返回我的报名', url: mineUrl() }]}
        />
      )}
      {others.map((other) => (
        <SessionChoiceRow key={other.id} session={other} today={clock.today} onPress={() => setChosen(other)} />
      ))}
      <Actions>
        <AskUnion />
      </Actions>
      <ConfirmSheet
        title="改到这个场次？"
        open={chosen !== null}
        confirm="确认改期"
        keep="暂不改期"
        onConfirm={() => chosen && move(chosen)}
        onClose={() => setChosen(null)}
      >
        {chosen && (
          <>
            <View>{saySessionTime(chosen, clock.today)}</View>
            <View>{chosen.place}</View>
          </>
        )}
      </ConfirmSheet>
    </View>
  );
}
