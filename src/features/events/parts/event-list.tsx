import { Text } from '@tarojs/components';
import { useState } from 'react';
import { SessionListWire } from '@yugong/domain/session/wire';
import { type Day, partsOf, sayDistance, saySpan } from '@yugong/domain/calendar';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { eventUrl } from '..';
import { paginate } from '../../shared/paginate';
import { byYear, type ListedEvent, listEvents, useEvents } from '../model';
import { EventSessionRow } from '../session/other-sessions';

/** Coming events that are listed; the calendar has the rest by day. */
const MAX_EVENTS_SHOWN = 20;

/** What is coming, then what has been, year by year, a page of it at a time. */
export function EventList({ today }: { today: Day }) {
  const { coming, past } = listEvents(useEvents(), today);
  return (
    <>
      <OpenSessions today={today} />
      <Section heading="近期活动">
        {coming.length === 0 && (
          <Empty
            title="暂无新活动"
            explanation="工会公布后会显示在这里。"
            ways={[{ text: '看最新动态', url: '/features/news/pages/list/index' }]}
          />
        )}
        {coming.slice(0, MAX_EVENTS_SHOWN).map((item) => (
          <EventRow key={item.event.id} item={item} today={today} />
        ))}
        {coming.length > MAX_EVENTS_SHOWN && (
          <Row url="/pages/calendar/index" title={`还有 ${coming.length - MAX_EVENTS_SHOWN} 个，到日历查看`} />
        )}
      </Section>
      <PastEvents past={past} today={today} />
    </>
  );
}

function PastEvents({ past, today }: { past: readonly ListedEvent[]; today: Day }) {
  const [page, setPage] = useState(0);
  const { shown, before, after } = paginate(past, page);
  return (
    <>
      {before > 0 && (
        <PlainButton onPress={() => setPage(page - 1)}>
          <Text>上一页</Text>
        </PlainButton>
      )}
      {byYear(shown).map(({ year, items }) => (
        <Section key={year} heading={`${year}年`} note="已结束">
          {items.map((item) => (
            <EventRow key={item.event.id} item={item} today={today} />
          ))}
        </Section>
      ))}
      {after > 0 && (
        <PlainButton onPress={() => setPage(page + 1)}>
          <Text>{`更早的 ${after} 个`}</Text>
        </PlainButton>
      )}
    </>
  );
}

function EventRow({ item: { event, when }, today }: { item: ListedEvent; today: Day }) {
  const { month, day } = partsOf(when.start);
  const place = event.place ?? event.organiser;
  return (
    <Row
      url={eventUrl(event.id)}
      lead={<DateLead day={String(day)} month={`${month}月`} />}
      title={event.title}
      detail={[saySpan(when.start, when.end, today), sayDistance(when.start, today), place].filter(Boolean).join(' · ')}
    />
  );
}

/** What a list of events shows of a crowded season; the calendar has it all, by day and district. */
const MAX_OPEN_SESSIONS_SHOWN = 20;

/** Sessions of events that one can sign up for. Says nothing while none is known: content stands on its own. */
function OpenSessions({ today }: { today: Day }) {
  const { served } = useService(
    SessionListWire,
    pageUrl('/api/v1/sessions', { kind: 'event', limit: MAX_OPEN_SESSIONS_SHOWN }),
  );
  if (served.state !== 'ready' || served.data.sessions.length === 0) return null;
  const { sessions } = served.data;
  return (
    <Section
      heading="正在报名"
      note={served.old ? '网络不通，名额可能已变化' : undefined}
      more={{ text: '日历', url: '/pages/calendar/index' }}
    >
      {sessions.map((session) => (
        <EventSessionRow key={session.id} session={session} today={today} />
      ))}
    </Section>
  );
}
