import { View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';
import { summarizeSession } from '@yugong/domain/session/words';
import type { ReactNode } from 'react';
import { eventListUrl, sessionUrl } from '@/features/events';
import { screeningDaysUrl, screeningUrl } from '@/features/screening';
import { saySessionTime } from '@/features/shared/say-session-time';
import { hasService } from '@/platform/service';
import { Row } from '@/ui/row';
import { Seats } from '@/ui/seats';
import { Section } from '@/ui/section';
import { Sign, type Tone } from '@/ui/sign';
import { Tag } from '@/ui/tag';
import { othersOf } from '../joinable';
import styles from './joinable-section.module.scss';

/** Home shows two; where fewer can be joined, a way to look for oneself stands in the place, so that nothing jumps. */
export const ROWS = 2;

type State = 'loading' | 'ready' | 'offline' | 'failed';

/** Why fewer are shown than there is room for: once for all, since each row says what it leads to. */
const nothing: Record<State, string> = {
  loading: '正在加载……',
  ready: '近期没有其他场次',
  offline: '没有网络',
  failed: hasService ? '网络连接失败' : '还没有配置服务',
};

const ways: readonly { tone: Tone; title: string; detail: string; url: string }[] = [
  { tone: 'screening', title: '看看两癌筛查', detail: '谁能查、怎么报名、要带什么', url: screeningUrl() },
  { tone: 'events', title: '看看工会活动', detail: '今年有哪些活动、怎么参加', url: eventListUrl() },
];

/** What one can sign up for now: what, when, where, and how full it is. */
export function Joinable({
  today,
  shown,
  sessions,
  state,
}: {
  today: Day;
  shown: readonly SessionWire[];
  sessions: readonly SessionWire[];
  state: State;
}) {
  const kinds = shown.map(({ kind }) => kind);
  const rest = ways.filter(({ tone }) => !kinds.includes(tone === 'screening' ? 'screening' : 'event'));
  return (
    <Section
      heading="现在能报名"
      note={shown.length < ROWS ? nothing[state] : undefined}
      more={{ text: '全部活动', url: eventListUrl() }}
    >
      {shown.map((session) => (
        <SessionRow key={session.id} session={session} others={othersOf(session, sessions)} today={today} />
      ))}
      {rest.slice(0, ROWS - shown.length).map(({ tone, title, detail, url }) => (
        <Slot key={url}>
          <Row
            url={url}
            lead={<Sign tone={tone} icon={tone === 'screening' ? 'ribbon' : 'calendar-days'} />}
            title={title}
            detail={detail}
          />
        </Slot>
      ))}
    </Section>
  );
}

/** Room for a row of three lines, whatever stands in it. */
function Slot({ children }: { children: ReactNode }) {
  return <View className={styles.slot}>{children}</View>;
}

function SessionRow({ session, others, today }: { session: SessionWire; others: number; today: Day }) {
  const { kind, programmeId, title, place, demo, capacity, seatsLeft } = session;
  const isScreening = kind === 'screening';
  return (
    <Slot>
      <Row
        url={isScreening ? screeningDaysUrl(programmeId) : sessionUrl(session.id)}
        lead={<Sign tone={isScreening ? 'screening' : 'events'} icon={isScreening ? 'ribbon' : 'calendar-days'} />}
        title={
          <View>
            {title}
            {demo && <Tag tone="unknown">演示</Tag>}
          </View>
        }
        detail={
          <View>
            <View>{`${saySessionTime(session, today)}，${place}`}</View>
            <Seats
              capacity={capacity}
              left={seatsLeft}
              words={`${summarizeSession(session, today).text}${others > 0 ? `，另有 ${others} 场` : ''}`}
            />
          </View>
        }
      />
    </Slot>
  );
}
