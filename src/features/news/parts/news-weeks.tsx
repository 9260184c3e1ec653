import type { NewsItem } from '@yugong/content/bundle';
import type { Day } from '@yugong/domain/calendar';
import { isDay, partsOf, sayDate } from '@yugong/domain/calendar';
import { Chips } from '@/ui/chips';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { newsUrl } from '..';
import { serviceOf } from '../../services';
import { sayDistrict } from '../../shared/district-name';
import type { useNewsList } from '../use-news-list';

/** The news under its weeks. */
export function NewsWeeks({ options, district, setDistrict, weeks, today }: ReturnType<typeof useNewsList>) {
  return (
    <>
      <Chips label="区县" options={options} value={district} onChange={setDistrict} />
      {weeks.map((week) => (
        <Section key={week.key} heading={week.heading}>
          {week.items.map((item) => (
            <Row
              key={item.id}
              url={newsUrl(item.id)}
              lead={<NewsLead item={item} />}
              title={item.title}
              detail={[isDay(item.happenedOn) ? null : sayNewsDate(item, today), sayDistrict(item.district) || '全市']
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Section>
      ))}
    </>
  );
}

/** The day large where it is known; else what the news is about, in its service's colour. */
function NewsLead({ item: { happenedOn, service } }: { item: NewsItem }) {
  if (!isDay(happenedOn))
    return service ? <Sign tone={service} icon={serviceOf(service).icon} /> : <Sign tone="reading" icon="newspaper" />;
  const { month, day } = partsOf(happenedOn);
  return <DateLead day={String(day)} month={`${month}月`} />;
}

/** When it happened; where the source doesn't say, when it was reported; else that nobody knows. */
export function sayNewsDate(item: NewsItem, today: Day): string {
  if (item.happenedOn) return sayDate(item.happenedOn, today);
  return isDay(item.publishedAt) ? `${sayDate(item.publishedAt, today)}报道` : '日期不详';
}
