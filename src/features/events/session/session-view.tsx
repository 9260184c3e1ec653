import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { sayInstant, sayTimes } from '@yugong/domain/agenda';
import { type AppointmentWire, AppointmentListWire } from '@yugong/domain/registration/wire';
import { describeRegistration } from '@yugong/domain/registration/words';
import { describeSession } from '@yugong/domain/session/words';
import { sayAddress } from '@yugong/domain/session/venue';
import { ProgrammeListWire, type ProgrammeWire } from '@yugong/domain/programme/wire';
import { SessionWire } from '@yugong/domain/session/wire';
import { Empty } from '@/ui/empty';
import { Failed, Loading, Offline } from '@/ui/states';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Facts } from '@/ui/facts';
import { FavouriteButton } from '@/ui/favourite-button';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareBar } from '@/ui/share-bar';
import { ShareButton } from '@/ui/share-button';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { open } from '@/platform/navigation';
import { useServiceNow } from '@/platform/service-time';
import { MainButton } from '@/ui/button';
import { hasLogin, type Served, useService } from '@/platform/service';
import { eventListUrl, eventUrl } from '..';
import { screeningUrl } from '../../screening';
import { phoneSessionOf } from '../phone-event';
import { districtTitle, useEvents } from '../model';
import { AddToCalendarButton } from '../parts/add-to-calendar-button';
import { DirectionsButton } from '../parts/directions-button';
import { signUpUrl, ticketUrl } from '../../registration';
import { OpeningAlert } from '../../shared/session-alert';
import { MY_REGISTRATIONS_PATH, PROGRAMMES_PATH } from '../../shared/service-paths';
import { OtherSessions } from './other-sessions';
import { eventOfProgramme, sayWho } from './words';
import styles from './session-view.module.scss';

const elsewhere = { text: '看工会活动', url: eventListUrl() };

/** A session's page in all its states: on its way, there, no network, gone. */
export function SessionPage({ id, today }: { id: string; today: Day }) {
  const page = useSessionPage(id);
  // A session that isn't there has no title: the page is headed by its own.
  return (
    <Page title="活动" titleIsHeading={page.served.state !== 'ready'}>
      <SessionState {...page} today={today} />
    </Page>
  );
}

function SessionState({ served, programme, mine, refresh, today }: ReturnType<typeof useSessionPage> & { today: Day }) {
  switch (served.state) {
    case 'loading':
      return <Loading what="场次" />;
    case 'offline':
      return <Offline what="场次" onRetry={() => void refresh()} elsewhere={elsewhere} />;
    case 'failed':
      return served.why.kind === 'problem' && served.why.problem.status === 404 ? (
        <Empty
          title="没有找到这个场次"
          explanation="可能已撤下，或者链接不完整。"
          ways={[elsewhere, { text: '看日历', url: '/pages/calendar/index' }]}
        />
      ) : (
        <Failed what="场次" onRetry={() => void refresh()} elsewhere={elsewhere} />
      );
    case 'ready':
      return <SessionArticle session={served.data} programme={programme} mine={mine} old={served.old} today={today} />;
  }
}

/** A session one can sign up for: is there a place, when and where, who may come, until when one can change. */
function SessionArticle({
  session,
  programme,
  mine,
  old,
  today,
}: {
  session: SessionWire;
  programme: ProgrammeWire | null;
  mine: AppointmentWire | null;
  /** Is what is known from before the network went? */
  old: boolean;
  today: Day;
}) {
  const clock = useServiceNow();
  const { title, place, adcode, note, capacity, seatsLeft, state, cancelUntil, demo } = session;
  const district = districtTitle(adcode);
  const standing = describeSession(session, today, Boolean(programme?.team));
  const own = mine && mine.status !== 'cancelled' ? describeRegistration(mine, session, clock) : null;
  const event = eventOfProgramme(useEvents(), session.programmeId);
  const counted = state === 'open' || state === 'waitlist' || state === 'full';
  return (
    <View>
      <ArticleHead
        tags={
          <>
            {demo && <Tag tone="unknown">演示</Tag>}
            <Tag>{session.kind === 'screening' ? '两癌筛查' : '活动'}</Tag>
          </>
        }
        title={title}
      />
      <View className={styles.standing}>
        {own && <StateLine large {...own} />}
        <StateLine large={own === null} {...standing} />
        {counted && <ShareBar share={capacity === 0 ? 1 : (capacity - seatsLeft) / capacity} />}
      </View>
      <SignUpButton session={session} mine={mine} />
      {state === 'upcoming' && <OpeningAlert session={session} />}
      {session.notice && <Notice>{`工会通知：${session.notice}`}</Notice>}
      {old && <Notice>网络不通，名额可能已变化。</Notice>}
      <Facts
        rows={[
          { label: '时间', text: sayTimes(session, today) },
          { label: '地点', text: district && !place.includes(district) ? `${place}，${district}` : place },
          { label: '地址', text: sayAddress(session) },
          { label: '电话', text: session.phone },
          { label: '主办', text: programme?.organiser },
          { label: '参加条件', text: programme && (sayWho(programme) ?? '不限') },
          {
            label: '取消报名',
            text: counted ? `${sayInstant(cancelUntil, today)} 前可取消或改期` : null,
          },
        ]}
      />
      {note && <Paragraph>{note}</Paragraph>}
      {programme && <Paragraph>{programme.summary}</Paragraph>}
      <Actions>
        {state !== 'past' && state !== 'cancelled' && <AddToCalendarButton event={phoneSessionOf(session)} />}
        <DirectionsButton place={{ name: place, address: session.address ?? district, at: null }} />
        <FavouriteButton item={{ collection: 'events', id: session.id, title }} />
        <ShareButton title={title} />
      </Actions>
      {session.kind === 'screening' && (
        <Section heading="参加前">
          <Row url={screeningUrl()} title="谁可以参加、要准备什么" />
        </Section>
      )}
      {event && (
        <Section heading="活动介绍">
          <Row url={eventUrl(event.id)} title={event.title} detail={event.summary} />
        </Section>
      )}
      <OtherSessions of={session} today={today} />
    </View>
  );
}

/** The page's one main action: to sign up, to join the line, or to see what one has. None where nothing can be done. */
function SignUpButton({ session: { id, state }, mine }: { session: SessionWire; mine: AppointmentWire | null }) {
  const says = mine ? '查看我的报名' : state === 'open' ? '报名' : state === 'waitlist' ? '报名候补' : null;
  if (says === null) return null;
  const url = mine ? ticketUrl({ registration: mine.id }) : signUpUrl({ session: id });
  return (
    <View className={styles.join}>
      <MainButton onPress={() => open(url)}>
        <Text>{says}</Text>
      </MainButton>
    </View>
  );
}

/** A session, its programme as far as it is known, and what I have in it. */
interface SessionPage {
  served: Served<SessionWire>;
  programme: ProgrammeWire | null;
  mine: AppointmentWire | null;
  refresh: () => Promise<void>;
}

function useSessionPage(id: string): SessionPage {
  const session = useService(SessionWire, `/api/v1/sessions/${encodeURIComponent(id)}`);
  const programmes = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const mine = useService(AppointmentListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  const served = session.served;
  const programmeId = served.state === 'ready' ? served.data.programmeId : null;
  return {
    served,
    programme:
      programmes.served.state === 'ready'
        ? (programmes.served.data.programmes.find((one) => one.id === programmeId) ?? null)
        : null,
    mine:
      mine.served.state === 'ready'
        ? (mine.served.data.registrations.find((one) => one.sessionId === id && one.status !== 'cancelled') ?? null)
        : null,
    refresh: async () => {
      await Promise.all([session.refresh(), programmes.refresh(), mine.refresh()]);
    },
  };
}
