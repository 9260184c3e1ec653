import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { sayInstant } from '@yugong/domain/agenda';
import type { RegistrationChange } from '@yugong/domain/registration/history';
import { saySignedUpBy } from '@yugong/domain/registration/family';
import { describeChange, describeRegistration, sayReference } from '@yugong/domain/registration/words';
import { quietHours } from '@yugong/domain/notice';
import { MINUTE } from '@yugong/domain/time';
import type { DueOfferWire } from '@yugong/domain/due-reminder/wire';
import type { Team } from '@yugong/domain/registration/team';
import type { ReminderWire } from '@yugong/domain/registration/detail';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dayAt, type Day } from '@yugong/domain/calendar';
import { useOnline } from '@/platform/network';
import { markShown, useNotices } from '@/platform/notices';
import { useBrightScreen, useScreenshots } from '@/platform/screen';
import { dismissFromOutbox, retryInOutbox } from '@/platform/outbox';
import { useServiceNow } from '@/platform/service-time';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { DayStub } from '@/ui/day-stub';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Facts } from '@/ui/facts';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { Section } from '@/ui/section';
import { mineUrl, privacyUrl, signUpUrl } from '..';
import { eventListUrl } from '../../events';
import { screeningUrl } from '../../screening';
import { AskUnion } from '../../shared/ask-union';
import { ClockNote } from '../parts/clock-note';
import { saySessionTime } from '../../shared/say-session-time';
import { unionHotline } from '../../shared/hotlines';
import { isHistory } from '../is-history';
import { sayNoticeChange, sayNoticeKind } from '@yugong/domain/notice/words';
import { sendAcceptOffer } from '../outbox-kinds';
import { TicketActions } from './actions';
import { DueReminder } from './due-reminder';
import { describePendingChange, usePendingChanges } from './pending-changes';
import { Preparation } from './preparation';
import { subscriptionsPath } from '../endpoints';
import { MessagesLine } from './messages';
import { ReminderLine } from './reminder';
import { TeamLine } from './team-line';
import { sayExactDate } from './ticket-picture';
import type { Ticket } from './tickets';
import { CodePicture } from './code-picture';
import { qrDataUri } from './qr';
import styles from './ticket.module.scss';

/** A place, or a wish for one: how it stands first, then when and where, then what is shown at the door. */
export function TicketView({
  ticket,
  team,
  familyMember = null,
  reminder,
  history,
  due = null,
  old,
  just,
  refresh,
}: {
  ticket: Ticket;
  team: Team | null;
  familyMember?: string | null;
  reminder: ReminderWire | null;
  history: readonly RegistrationChange[];
  due?: DueOfferWire | null;
  old: boolean;
  /** The sign-up has just been answered: a place was made, or there was one already. */
  just: 'made' | 'had' | null;
  refresh: () => Promise<void>;
}) {
  const clock = useServiceNow();
  const online = useOnline();
  const { registration, session, programme } = ticket;
  const changes = usePendingChanges(registration.id, () => void refresh());
  const standing = describeRegistration(registration, session, clock);
  const over = isHistory(registration, session, clock.now);
  const { status } = registration;
  const isExpected = (status === 'booked' || status === 'waitlist') && !over && session.state !== 'cancelled';
  const goes = isExpected && status === 'booked';
  return (
    <View>
      <View className={styles.top} ariaRole="status">
        <StateLine large state={standing.state} word={standing.word} detail={standing.detail} />
        {just === 'had' && <View className={styles.why}>你之前已报名这个场次，没有重复报名。</View>}
      </View>
      {session.notice && <Notice>{`工会通知：${session.notice}`}</Notice>}
      <TicketChanges
        registration={registration.id}
        said={session.notice ?? null}
        today={clock.today}
        onOfferRead={() => void refresh()}
      />
      {old && (
        <Notice>{`网络连接失败，这是 ${sayInstant(new Date(ticket.at).toISOString(), clock.today)} 的内容。`}</Notice>
      )}
      <ClockNote />
      <TicketHead session={session} today={clock.today} />
      {familyMember !== null && (
        <View className={styles.place}>
          <Text userSelect>{`为家人 ${familyMember} 报名`}</Text>
        </View>
      )}
      <Offer ticket={ticket} now={clock.now} today={clock.today} busy={changes.some(({ what }) => what === 'take')} />
      {changes.map((change) => (
        <View key={change.item.key} className={styles.change} ariaRole="status">
          <View>{describePendingChange(change, online)}</View>
          <Actions>
            {change.item.progress.state === 'waiting' && online && (
              <PlainButton onPress={() => retryInOutbox(change.item.key)}>
                <Text>立即发送</Text>
              </PlainButton>
            )}
            {(change.item.progress.state === 'refused' || change.item.progress.state === 'stopped') && (
              <PlainButton onPress={() => dismissFromOutbox(change.item.key)}>
                <Text>知道了</Text>
              </PlainButton>
            )}
          </Actions>
        </View>
      ))}
      {goes && <PassCard ticket={ticket} />}
      {isExpected && (
        <Facts
          rows={[
            { label: '地址', text: session.address },
            { label: '楼层', text: session.floor },
            { label: '电话', text: session.phone },
            { label: '携带', text: programme?.rules?.bring?.join('、'), unknown: '以主办单位通知为准' },
            { label: '主办', text: programme?.organiser },
            { label: '咨询', text: `工会热线 ${unionHotline.number}` },
          ]}
        />
      )}
      {programme?.team && status !== 'cancelled' && <TeamLine team={team} />}
      {changes.length === 0 && !over && (
        <TicketActions
          ticket={ticket}
          moved={history.some(({ what }) => what === 'moved')}
          now={clock.now}
          today={clock.today}
        />
      )}
      {goes && (
        <ReminderLine registration={registration.id} reminder={reminder} today={clock.today} refresh={refresh} />
      )}
      {!over && status !== 'cancelled' && (
        <MessagesLine
          about={subscriptionsPath(registration.id)}
          waits={status === 'waitlist'}
          why={
            status === 'waitlist'
              ? '有名额或有变动时，各发送一次微信通知。'
              : '改期、取消或时间地点有变时，发送一次微信通知。'
          }
        />
      )}
      {goes && <Preparation ticket={ticket} now={clock.now} today={clock.today} />}
      {session.note && <Notice>{session.note}</Notice>}
      {session.state === 'cancelled' && (
        <Row url={session.kind === 'screening' ? screeningUrl() : eventListUrl()} title="看看其他场次" />
      )}
      {status === 'cancelled' && session.state !== 'cancelled' && (
        <Row url={signUpUrl({ session: session.id })} title="重新报名" />
      )}
      {due && <DueReminder registration={registration.id} due={due} refresh={refresh} />}
      <History changes={history} today={clock.today} />
      <Row url={mineUrl()} title="我的报名" />
      <Row url={privacyUrl()} title="我的信息" detail="查看、导出、撤回同意、删除" />
      {programme && (
        <View className={styles.why}>
          主办：{programme.organiser}。
          {history.length === 0 && `${sayInstant(registration.createdAt, clock.today)} 报名。`}
        </View>
      )}
      <Actions>
        <AskUnion />
      </Actions>
    </View>
  );
}

/** The day large on the stub, as on the card of home; beside it when, where and what, with the date in full. */
function TicketHead({ session, today }: { session: Ticket['session']; today: Day }) {
  return (
    <View className={`${styles.card} tone-${session.kind === 'screening' ? 'screening' : 'events'}`}>
      <DayStub day={dayAt(Date.parse(session.startsAt))} decorative />
      <View className={styles.about}>
        <View className={styles.when} ariaRole="heading" aria-level={1}>
          <Text>{saySessionTime(session, today)}</Text>
        </View>
        <View className={styles.exact}>
          <Text userSelect>{sayExactDate(session, today)}</Text>
        </View>
        <View className={styles.place}>
          <Text userSelect>{session.place}</Text>
        </View>
        <View className={styles.what}>
          <Text>{session.title}</Text>
          {session.demo && <Tag tone="unknown">演示</Tag>}
        </View>
      </View>
    </View>
  );
}

/** An offer whose time begins when the service hears that it was seen. */
const sayHeldOffer = (minutes: number | null): string =>
  minutes === null
    ? '有名额了，已为你保留，请尽快确认。'
    : `有名额了，已为你保留。手机联网后开始计时，${sayMinutes(minutes)}内确认有效，${quietHours.from} 到次日 ${quietHours.to} 不计时。`;

const sayMinutes = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`);

/** How long is left, in the larger of the units that say something. */
function sayLeft(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  return minutes < 60 ? `还有 ${minutes} 分钟` : `还有 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}

/**
 * A seat is held for the person: until when, and the button that says yes. Its time begins once the service knows that
 * the offer was seen.
 */
function Offer({ ticket, now, today, busy }: { ticket: Ticket; now: number; today: string; busy: boolean }) {
  const { registration, session, programme } = ticket;
  const { status, offerUntil, offerBegun } = registration;
  const isOver = offerUntil !== null && Date.parse(offerBegun ? offerUntil : session.endsAt) <= now;
  if (status !== 'waitlist' || offerUntil === null || isOver) return null;
  const take = () => {
    if (!sendAcceptOffer(registration.id, session))
      void Taro.showToast({ title: '手机存储已满，确认未提交', icon: 'none' });
  };
  return (
    <View className={styles.change}>
      <View>
        {offerBegun
          ? `有名额了，已为你保留：${sayInstant(offerUntil, today)} 前确认有效，${sayLeft(Date.parse(offerUntil) - now)}。逾期让给下一位。`
          : sayHeldOffer(programme?.offerMinutes ?? null)}
      </View>
      {!busy && (
        <MainButton onPress={take}>
          <Text>确认名额</Text>
        </MainButton>
      )}
    </View>
  );
}

/** What is shown at the door: the code, whose it is by initials only, and the number to read out where it won't scan. */
function PassCard({ ticket: { registration, pass } }: { ticket: Ticket }) {
  const code = useMemo(() => pass && qrDataUri(pass.code), [pass]);
  const [isCaptured, setCaptured] = useState(false);
  useBrightScreen();
  useScreenshots(() => setCaptured(true));
  return (
    <View className={styles.pass}>
      {code && pass && (
        <>
          <CodePicture src={code} label="签到二维码" />
          <View className={styles.whose}>{pass.initials}</View>
          {pass.signedUpBy && <View className={styles.hint}>{saySignedUpBy(pass.signedUpBy)}</View>}
        </>
      )}
      <View className={styles.number}>
        <Text className={styles.name}>编号</Text>
        <Text className={styles.reference} userSelect>
          {sayReference(registration.id)}
        </Text>
      </View>
      <View ariaRole="status">
        {isCaptured && '截图不会更新，改期或取消后作废。到场前请打开这里核对，也可以保存带日期的凭证图片。'}
      </View>
      <View className={styles.hint}>
        {code ? '到场请出示给工作人员扫码，无法扫码时报编号。离线也能打开。' : '凭证需联网加载一次，之后离线也能打开。'}
      </View>
    </View>
  );
}

/** Everything that happened to a registration, the oldest first. */
function History({ changes, today }: { changes: readonly RegistrationChange[]; today: Day }) {
  if (changes.length === 0) return null;
  return (
    <Section heading="报名记录">
      {changes.map((change, index) => (
        <View key={index} className={styles.past}>
          <Text className={styles.at}>{sayInstant(change.at, today)}</Text>
          <Text className={styles.words}>{describeChange(change)}</Text>
        </View>
      ))}
    </Section>
  );
}

/**
 * What changed about one registration, from what to what, and what the union wrote about it, on its ticket; what is shown
 * there counts as read.
 *
 * @param said what the ticket shows already of what the union said to everybody in the session
 * @param onOfferRead an offer was read, so its time to answer has begun and the ticket has a deadline
 */
function TicketChanges({
  registration,
  said,
  today,
  onOfferRead,
}: {
  registration: string;
  said: string | null;
  today: Day;
  onOfferRead: () => void;
}) {
  const { notices, isNew } = useNotices();
  const own = (notices ?? []).filter(({ registrationId }) => registrationId === registration);
  const fresh = own.filter(isNew);
  const toMark = fresh.map(({ id }) => id).join();
  const hasOffer = fresh.some(({ kind }) => kind === 'offered');
  const offerRead = useRef(onOfferRead);
  offerRead.current = onOfferRead;
  useEffect(() => {
    if (toMark === '') return;
    void markShown(toMark.split(',')).then(() => {
      if (hasOffer) offerRead.current();
    });
  }, [toMark, hasOffer]);
  return (
    <>
      {own
        .filter(({ changes, reason }) => changes.length > 0 || (reason !== null && reason !== said))
        .map((notice) => (
          <Notice key={notice.id}>
            <View>{`${sayNoticeKind(notice)}（${sayInstant(notice.at, today)}）`}</View>
            {notice.changes.map((change, at) => (
              <View key={at}>{sayNoticeChange(change, today)}</View>
            ))}
            {notice.reason !== null && <View>{`工会说明：${notice.reason}`}</View>}
          </Notice>
        ))}
    </>
  );
}
