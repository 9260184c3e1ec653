import { View } from '@tarojs/components';
import { partsOf, sayDate, sayDistance, saySpan, weekdayName, type Day } from '@/domain/calendar';
import { eventListUrl, eventUrl } from '@/features/events';
import { ArticleHead } from '@/ui/article';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { CalendarLine, comingMonths } from '../model';

/** What is coming, month by month, and how far the calendar knows. */
export function CalendarView({
  today,
  months,
  holidaysUntil,
}: {
  today: Day;
  months: ReturnType<typeof comingMonths>;
  holidaysUntil: Day;
}) {
  return (
    <View>
      <ArticleHead title={`${sayDate(today, today)} ${weekdayName(today)}`} />
      {months.length === 0 && (
        <Empty
          title="接下来还没有安排"
          explanation="工会公布活动后会列在这里。"
          ways={[{ text: '看办过的活动', url: eventListUrl() }]}
        />
      )}
      {months.map(({ month, lines }) => (
        <Section key={month} heading={sayDate(month, today)}>
          {lines.map((line) => (
            <CalendarRow key={line.key} line={line} today={today} />
          ))}
        </Section>
      ))}
      <Notice>{`放假安排知道到${sayDate(holidaysUntil, '')}为止，之后的以国务院通知为准。`}</Notice>
      <Section heading="回头看">
        <Row url={eventListUrl()} title="办过的活动" />
      </Section>
    </View>
  );
}

function CalendarRow({ line, today }: { line: CalendarLine; today: Day }) {
  const { month, day } = partsOf(line.start);
  const detail = [saySpan(line.start, line.end, today), sayDistance(line.start, today), line.place]
    .filter(Boolean)
    .join(' · ');
  return (
    <Row
      url={line.eventId ? eventUrl(line.eventId) : null}
      lead={<DateLead day={String(day)} month={`${month}月`} />}
      title={line.title}
      detail={detail}
    />
  );
}
