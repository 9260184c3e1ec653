import { View } from '@tarojs/components';
import { sayInstant, sayTimes } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import { describeSession } from '@yugong/domain/session/words';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Facts } from '@/ui/facts';
import { FavouriteButton } from '@/ui/favourite-button';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareBar } from '@/ui/share-bar';
import { ShareButton } from '@/ui/share-button';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { screeningUrl } from '../../screening';
import { eventUrl } from '..';
import { phoneSessionOf } from '../keep';
import { districtTitle, useEvents } from '../model';
import { KeepButton } from '../parts/keep-button';
import { WayButton } from '../parts/way-button';
import { JoinButton } from './join-button';
import { OtherSessions } from './other-sessions';
import type { MyRegistration } from './use-session';
import styles from './session.module.scss';
import { eventOfProgramme, myStanding, sayWho } from './words';

/** A session one can sign up for: is there a place, when and where, who may come, until when one can change. */
export function SessionArticle({
  session,
  programme,
  mine,
  old,
  today,
}: {
  session: SessionWire;
  programme: ProgrammeWire | null;
  mine: MyRegistration | null;
  /** Is what is known from before the network went? */
  old: boolean;
  today: Day;
}) {
  const { title, place, adcode, note, capacity, seatsLeft, state, cancelUntil, demo } = session;
  const district = districtTitle(adcode);
  const standing = describeSession(session, today, Boolean(programme?.team));
  const own = mine && mine.status !== 'cancelled' ? myStanding[mine.status] : null;
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
      <JoinButton session={session} mine={mine} />
      {session.notice && <Notice>{`工会说：${session.notice}`}</Notice>}
      {old && <Notice>网络不通，名额是之前的。</Notice>}
      <Facts
        rows={[
          { label: '时间', text: sayTimes(session, today) },
          { label: '地点', text: district && !place.includes(district) ? `${place}，${district}` : place },
          { label: '主办', text: programme?.organiser },
          { label: '谁能来', text: programme && (sayWho(programme) ?? '都可以报名') },
          {
            label: '取消',
            text: counted ? `${sayInstant(cancelUntil, today)} 前可以取消或改期` : null,
          },
        ]}
      />
      {note && <Paragraph>{note}</Paragraph>}
      {programme && <Paragraph>{programme.summary}</Paragraph>}
      <Actions>
        {state !== 'past' && state !== 'cancelled' && <KeepButton event={phoneSessionOf(session)} />}
        <WayButton place={{ name: place, address: district, at: null }} />
        <FavouriteButton item={{ collection: 'events', id: session.id, title }} />
        <ShareButton title={title} />
      </Actions>
      {session.kind === 'screening' && (
        <Section heading="去之前">
          <Row url={screeningUrl()} title="先看看谁能查、要准备什么" />
        </Section>
      )}
      {event && (
        <Section heading="关于这个活动">
          <Row url={eventUrl(event.id)} title={event.title} detail={event.summary} />
        </Section>
      )}
      <OtherSessions of={session} today={today} />
    </View>
  );
}
