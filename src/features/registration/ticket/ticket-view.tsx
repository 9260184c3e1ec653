import { Text, View } from '@tarojs/components';
import type { RegistrationChange } from '@yugong/domain/registration/history';
import type { Team } from '@yugong/domain/registration/team';
import type { ReminderWire } from '@yugong/domain/registration/wire';
import { useOnline } from '@/platform/network';
import { dismissFromOutbox, retryInOutbox } from '@/platform/outbox';
import { useServiceNow } from '@/platform/service-time';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { mineUrl, privacyUrl, signUpUrl } from '..';
import { eventListUrl } from '../../events';
import { screeningUrl } from '../../screening';
import { AskUnion } from '../../shared/ask-union';
import { ClockNote } from '../parts/clock-note';
import { sayInstant, sayWhen } from '../../shared/say-session';
import { isHistory, sayStanding } from '../say';
import { TicketActions } from './actions';
import { sayChange, useChanges } from './changes';
import { History } from './history';
import { Offer } from './offer';
import { PassCard } from './pass-card';
import { Preparation } from './preparation';
import { ReminderLine } from './reminder';
import { TeamLine } from './team-line';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

/** A place, or a wish for one: how it stands first, then when and where, then what is shown at the door. */
export function TicketView({
  ticket,
  team,
  reminder,
  history,
  old,
  just,
  refresh,
}: {
  ticket: Ticket;
  team: Team | null;
  reminder: ReminderWire | null;
  history: readonly RegistrationChange[];
  old: boolean;
  /** The sign-up has just been answered: a place was made, or there was one already. */
  just: 'made' | 'had' | null;
  refresh: () => Promise<void>;
}) {
  const clock = useServiceNow();
  const online = useOnline();
  const { registration, session, programme } = ticket;
  const changes = useChanges(registration.id, () => void refresh());
  const standing = sayStanding(registration, session, clock);
  const over = isHistory(registration, session, clock.now);
  const { status } = registration;
  const goes = status === 'booked' && !over && session.state !== 'cancelled';
  return (
    <View>
      <View className={styles.top} ariaRole="status">
        <StateLine large state={standing.state} word={standing.word} detail={standing.detail} />
        {just === 'had' && <View className={styles.why}>你之前已经报过这一场，没有再报一次。</View>}
      </View>
      {session.notice && <Notice>{`工会说：${session.notice}`}</Notice>}
      {old && (
        <Notice>{`现在连不上工会的服务，这是 ${sayInstant(new Date(ticket.at).toISOString(), clock.today)} 看到的。`}</Notice>
      )}
      <ClockNote />
      <View className={styles.when} ariaRole="heading" aria-level={1}>
        <Text>{sayWhen(session, clock.today)}</Text>
      </View>
      <View className={styles.place}>
        <Text userSelect>{session.place}</Text>
      </View>
      <View className={styles.what}>
        <Text>{session.title}</Text>
        {session.demo && <Tag tone="unknown">演示</Tag>}
      </View>
      <Offer ticket={ticket} now={clock.now} today={clock.today} busy={changes.some(({ what }) => what === 'take')} />
      {changes.map((change) => (
        <View key={change.item.key} className={styles.change} ariaRole="status">
          <View>{sayChange(change, online)}</View>
          <Actions>
            {change.item.progress.state === 'waiting' && online && (
              <PlainButton onPress={() => retryInOutbox(change.item.key)}>
                <Text>现在发</Text>
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
      {programme?.team && status !== 'cancelled' && <TeamLine team={team} />}
      {changes.length === 0 && !over && <TicketActions ticket={ticket} now={clock.now} today={clock.today} />}
      {goes && (
        <ReminderLine registration={registration.id} reminder={reminder} today={clock.today} refresh={refresh} />
      )}
      {goes && <Preparation ticket={ticket} now={clock.now} today={clock.today} />}
      {session.note && <Notice>{session.note}</Notice>}
      {session.state === 'cancelled' && (
        <Row url={session.kind === 'screening' ? screeningUrl() : eventListUrl()} title="看别的场次" />
      )}
      {status === 'cancelled' && session.state !== 'cancelled' && (
        <Row url={signUpUrl({ session: session.id })} title="重新报这一场" />
      )}
      <History changes={history} today={clock.today} />
      <Row url={mineUrl()} title="我的报名" />
      <Row url={privacyUrl()} title="我的信息" detail="谁看得到、带走、撤回、删除" />
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
