import { Text } from '@tarojs/components';
import { useState } from 'react';
import { partsOf, sayDistance, saySpan, type Day } from '@yugong/domain/calendar';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { eventUrl } from '..';
import { OpenSessions } from '../session/open-sessions';
import { byYear, listEvents, pageOf, useEvents, type ListedEvent } from '../model';

/** Coming events that are listed; the calendar has the rest by day. */
const COMING = 20;

/** What is coming, then what has been, year by year, a page of it at a time. */
export function EventList({ today }: { today: Day }) {
  const { coming, past } = listEvents(useEvents(), today);
  return (
    <>
      <OpenSessions today={today} />
      <Section heading="接下来">
        {coming.length === 0 && (
          <Empty
            title="还没有公布新的活动"
            explanation="工会公布后会列在这里。"
            ways={[{ text: '看最近的动态', url: '/features/news/pages/list/index' }]}
          />
        )}
        {coming.slice(0, COMING).map((item) => (
          <EventRow key={item.event.id} item={item} today={today} />
        ))}
        {coming.length > COMING && (
          <Row url="/pages/calendar/index" title={`还有 ${coming.length - COMING} 个，在日历里看`} />
        )}
      </Section>
      <PastEvents past={past} today={today} />
    </>
  );
}

function PastEvents({ past, today }: { past: readonly ListedEvent[]; today: Day }) {
  const [page, setPage] = useState(0);
  const { shown, before, after } = pageOf(past, page);
  return (
    <>
      {before > 0 && (
        <PlainButton onPress={() => setPage(page - 1)}>
          <Text>看近一些的</Text>
        </PlainButton>
      )}
      {byYear(shown).map(({ year, items }) => (
        <Section key={year} heading={`${year}年`} note="已经办过">
          {items.map((item) => (
            <EventRow key={item.event.id} item={item} today={today} />
          ))}
        </Section>
      ))}
      {after > 0 && (
        <PlainButton onPress={() => setPage(page + 1)}>
          <Text>{`更早的还有 ${after} 个`}</Text>
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
