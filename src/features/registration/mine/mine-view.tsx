import { View } from '@tarojs/components';
import { describeHeld, describeRegistration } from '@yugong/domain/registration/words';
import { useNotices } from '@/platform/notices';
import { hasLogin } from '@/platform/service';
import { Actions } from '@/ui/article';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { OutboxList } from '@/ui/outbox-list';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { UnreadMark } from '@/ui/unread-mark';
import { StateLine } from '@/ui/state-line';
import { noticesUrl, privacyUrl, signUpUrl, ticketUrl } from '..';
import { eventListUrl } from '../../events';
import { screeningUrl } from '../../screening';
import { AskUnion } from '../../shared/ask-union';
import { heldSubscriptionsPath } from '../endpoints';
import { ClockNote } from '../parts/clock-note';
import { sessionOf } from '../outbox-kinds';
import { saySessionTime } from '../../shared/say-session-time';
import { MessagesLine } from '../ticket/messages';
import type { OwnRegistration, useMine } from './use-mine';

/** All of one's registrations, what is still on its way first. */
export function MineView({ waiting, held, coming, past, served, old, refresh, clock }: ReturnType<typeof useMine>) {
  const asked = hasLogin();
  const { unread } = useNotices();
  const nothing = waiting.length === 0 && held.length === 0 && coming.length === 0 && past.length === 0;
  const retry = () => void refresh();
  return (
    <View>
      <Row url={noticesUrl()} title={<UnreadMark title="消息" count={unread} />} detail="报名变动、候补和工会回复" />
      <ClockNote />
      {waiting.length > 0 && (
        <Section heading="待确认" note={`${waiting.length} 件`}>
          <OutboxList items={waiting} />
          {waiting.map((item) => {
            const session = sessionOf(item);
            return session && <Row key={item.key} url={signUpUrl({ session })} title={`查看进度：${item.title}`} />;
          })}
        </Section>
      )}
      {old && <Notice>网络连接失败，下面是上次加载的内容。</Notice>}
      {coming.length > 0 && (
        <Section heading="即将参加">
          {coming.map((one) => (
            <MineRow key={one.registration.id} mine={one} clock={clock} />
          ))}
        </Section>
      )}
      {held.length > 0 && (
        <Section heading="待核对">
          {held.map((one) => (
            <View key={one.id}>
              <StateLine {...describeHeld(one, clock)} />
              <View>{`${saySessionTime(one.session, clock.today)}，${one.session.title}`}</View>
              {one.proof && (
                <Row url={signUpUrl({ session: one.session.id })} title={`验证手机号：${one.session.title}`} />
              )}
              {one.state === 'held' && !one.proof && one.session.state !== 'cancelled' && (
                <MessagesLine
                  about={heldSubscriptionsPath(one.id)}
                  why="有核对结果、取消或时间地点有变时，发送一次微信通知。"
                />
              )}
            </View>
          ))}
        </Section>
      )}
      {asked && nothing && served.state === 'loading' && <Loading what="报名" />}
      {nothing && served.state === 'offline' && <Offline what="报名" onRetry={retry} />}
      {nothing && served.state === 'failed' && (
        <>
          <Failed what="报名" kept="已报名的不受影响。" onRetry={retry} />
          <Actions>
            <AskUnion />
          </Actions>
        </>
      )}
      {nothing && (!asked || served.state === 'ready') && (
        <Empty
          title="暂无报名"
          explanation="报名两癌筛查或活动后会显示在这里，凭证离线也能打开。"
          ways={[
            { text: '看两癌筛查', url: screeningUrl() },
            { text: '看工会活动', url: eventListUrl() },
          ]}
        />
      )}
      {past.length > 0 && (
        <Section heading="历史记录">
          {past.map((one) => (
            <MineRow key={one.registration.id} mine={one} clock={clock} />
          ))}
        </Section>
      )}
      <Row url={privacyUrl()} title="我的信息" detail="查看、导出、撤回同意、删除" />
    </View>
  );
}

/** One registration in a list: how it stands, when and where. */
function MineRow({ mine, clock }: { mine: OwnRegistration; clock: { now: number; today: string } }) {
  const { registration, session, familyMember } = mine;
  const { word, detail, state } = describeRegistration(registration, session, clock);
  return (
    <Row
      url={ticketUrl({ registration: registration.id })}
      title={
        <View>
          <StateLine state={state} word={word} detail={detail} />
          {saySessionTime(session, clock.today)}
        </View>
      }
      detail={`${session.title}，${session.place}${familyMember === null ? '' : `，为家人 ${familyMember} 报名`}`}
    />
  );
}
