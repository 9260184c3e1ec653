import { View } from '@tarojs/components';
import { partsOf, sayDate, sayDistance, saySpan } from '@yugong/domain/calendar';
import { caseListUrl } from '@/features/cases';
import { eventListUrl, eventUrl } from '@/features/events';
import { newsListUrl, newsUrl } from '@/features/news';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { useHome } from '../use-home';
import { CaseHighlights } from './case-highlights';
import { Masthead } from './masthead';
import { ServiceGrid } from './service-grid';

/** Said of an event that recurs but that nobody has announced for this time. */
const AWAITS_NOTICE = '以工会通知为准';

/** Home: the day, the search, the four services; then what is coming, what is new, what unions do. */
export function HomeView({ today, news, events, cases, caseCounts }: ReturnType<typeof useHome>) {
  return (
    <View>
      <Masthead today={today} />
      <ServiceGrid />
      {events.length > 0 && (
        <Section heading="接下来" more={{ text: '全部活动', url: eventListUrl() }}>
          {events.map((event) => {
            const { month, day } = partsOf(event.start);
            return (
              <Row
                key={event.id + event.start}
                url={eventUrl(event.id)}
                lead={<DateLead day={String(day)} month={`${month}月`} />}
                title={event.title}
                detail={[
                  saySpan(event.start, event.end, today),
                  sayDistance(event.start, today),
                  event.caveat ? AWAITS_NOTICE : event.place,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            );
          })}
        </Section>
      )}
      <Section heading={news.heading} note={news.note} more={{ text: '全部动态', url: newsListUrl() }}>
        {news.items.map((item) => (
          <Row
            key={item.id}
            url={newsUrl(item.id)}
            title={item.title}
            detail={[sayDate(item.date, today), item.district].filter(Boolean).join(' · ')}
          />
        ))}
      </Section>
      <Section heading="工会在做什么" more={{ text: `全部 ${caseCounts.all} 个案例`, url: caseListUrl() }}>
        <CaseHighlights cases={cases} />
      </Section>
    </View>
  );
}
