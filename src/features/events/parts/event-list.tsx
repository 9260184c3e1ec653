import { partsOf, sayDistance, saySpan, type Day } from '@/domain/calendar';
import { Empty } from '@/ui/empty';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { eventUrl } from '..';
import { OpenSessions } from '../session/open-sessions';
import { byYear, listEvents, useEvents, type ListedEvent } from '../model';

/** What is coming, then what has been, year by year. */
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
        {coming.map((item) => (
          <EventRow key={item.event.id} item={item} today={today} />
        ))}
      </Section>
      {byYear(past).map(({ year, items }) => (
        <Section key={year} heading={`${year}年`} note="已经办过">
          {items.map((item) => (
            <EventRow key={item.event.id} item={item} today={today} />
          ))}
        </Section>
      ))}
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
