import { Text, View } from '@tarojs/components';
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import { sayNoticeChange, sayNoticeKind } from '@yugong/domain/notice/words';
import { hasLogin } from '@/platform/service';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { alertsUrl, mineUrl, ticketUrl } from '..';
import { sessionUrl } from '../../events';
import { complaintsUrl } from '../../feedback';
import { legalRequestUrl } from '../../legal-aid';
import { AskUnion } from '../../shared/ask-union';
import { stationReportsUrl, stationUrl } from '../../stations';
import { useTickets } from '../ticket/tickets';
import { sayDeadline } from './words';
import type { useNoticePage } from './use-notice-page';
import styles from './notices.module.scss';

/** Everything that happened to what is the reader's: what is new first, the rest under it. */
export function NoticesView({ fresh, earlier, rest, showMore, asked, retry, clock }: ReturnType<typeof useNoticePage>) {
  const nothing = fresh.length === 0 && earlier.length === 0;
  // A list that was there before stays readable whatever the network does.
  const isOld = !nothing && (asked === 'offline' || asked === 'failed');
  const isKnown = !hasLogin() || asked === 'answered';
  return (
    <View>
      {isOld && <Notice>网络连接失败，下面是上次加载的内容。</Notice>}
      {fresh.length > 0 && (
        <Section heading="未读" note={`${fresh.length} 条`}>
          {fresh.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} isNew clock={clock} />
          ))}
        </Section>
      )}
      {earlier.length > 0 && (
        <Section heading="已读">
          {earlier.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} clock={clock} />
          ))}
        </Section>
      )}
      {rest > 0 && (
        <Actions>
          <PlainButton onPress={showMore}>
            <Text>再显示 {rest} 条</Text>
          </PlainButton>
        </Actions>
      )}
      {nothing && isKnown && (
        <Empty
          title="暂无消息"
          explanation="报名有变动、候补轮到、等待的场次可以报名、工会有回复时，会显示在这里。"
          ways={[{ text: '看我的报名', url: mineUrl() }]}
        />
      )}
      {nothing && !isKnown && asked === 'not-yet' && <Loading what="消息" />}
      {nothing && !isKnown && asked === 'offline' && <Offline what="消息" onRetry={retry} />}
      {nothing && !isKnown && asked === 'failed' && (
        <>
          <Failed what="消息" kept="已报名的不受影响。" onRetry={retry} />
          <Actions>
            <AskUnion />
          </Actions>
        </>
      )}
    </View>
  );
}

/** Where a notice is acted on; null where it is about nothing that has a page. */
function urlOf({ kind, registrationId, sessionId, requestId, stationId }: NoticeWire): string | null {
  if (registrationId !== null) return ticketUrl({ registration: registrationId });
  if (requestId !== null) return kind === 'complaint-answer' ? complaintsUrl(requestId) : legalRequestUrl(requestId);
  if (kind === 'due-again') return alertsUrl();
  // Why stands where the sign-up does: it has no ticket.
  if (kind === 'held-returned') return mineUrl();
  if (kind === 'report-answer') return stationReportsUrl();
  if (stationId !== null) return stationUrl(stationId);
  return sessionId === null ? null : sessionUrl(sessionId);
}

/** One notice: what happened and to what, from what to what, why, and until when it has to be answered. */
function NoticeRow({
  notice,
  isNew = false,
  clock,
}: {
  notice: NoticeWire;
  isNew?: boolean;
  clock: { now: number; today: Day };
}) {
  const deadline = sayDeadline(notice, clock);
  // Two people of one account may be in one session: the phone knows whose place it is by the ticket that it keeps.
  const pass = useTickets(({ tickets }) => tickets).find(
    ({ registration }) => registration.id === notice.registrationId,
  )?.pass;
  return (
    <Row
      url={urlOf(notice)}
      title={
        <>
          {isNew && <Tag tone="red">新</Tag>}
          <Text>{sayNoticeKind(notice)}</Text>
        </>
      }
      detail={
        <>
          <View>{notice.title}</View>
          {pass?.signedUpBy && <View>{`为家人 ${pass.initials} 报名`}</View>}
          {deadline !== null && <View className={styles.deadline}>{deadline}</View>}
          {notice.changes.map((change, at) => (
            <View key={at} className={styles.change}>
              {sayNoticeChange(change, clock.today)}
            </View>
          ))}
          {notice.reason !== null && <View>{`工会说明：${notice.reason}`}</View>}
          <View>{sayInstant(notice.at, clock.today)}</View>
        </>
      }
    />
  );
}
