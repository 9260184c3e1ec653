import { Text } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import { isDay, sayDate, type Day } from '@yugong/domain/calendar';
import { PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { newsUrl } from '..';
import { serviceOf } from '../../services';
import { sayDistrict } from '../../shared/district-name';

import type { useNewsList } from '../use-news-list';

/** The news under its weeks, and the way to older and newer pages. */
export function NewsWeeks({
  options,
  district,
  setDistrict,
  weeks,
  today,
  before,
  after,
  turnBy,
}: ReturnType<typeof useNewsList>) {
  return (
    <>
      <Chips label="区县" options={options} value={district} onChange={setDistrict} />
      {before > 0 && (
        <PlainButton onPress={() => turnBy(-1)}>
          <Text>上一页</Text>
        </PlainButton>
      )}
      {weeks.map((week) => (
        <Section key={week.key} heading={week.heading}>
          {week.items.map((item) => (
            <Row
              key={item.id}
              url={newsUrl(item.id)}
              lead={<NewsSign item={item} />}
              title={item.title}
              detail={`${sayNewsDate(item, today)} · ${sayDistrict(item.district) || '全市'}`}
            />
          ))}
        </Section>
      ))}
      {after > 0 && (
        <PlainButton onPress={() => turnBy(1)}>
          <Text>{`更早的 ${after} 条`}</Text>
        </PlainButton>
      )}
    </>
  );
}

/** What the news is about, in its service's colour; when it was stands in words beside the district. */
function NewsSign({ item: { service } }: { item: NewsItem }) {
  return service ? <Sign tone={service} icon={serviceOf(service).icon} /> : <Sign tone="reading" icon="newspaper" />;
}

/** When it happened; where the source doesn't say, when it was reported; else that nobody knows. */
export function sayNewsDate(item: NewsItem, today: Day): string {
  if (item.happenedOn) return sayDate(item.happenedOn, today);
  return isDay(item.publishedAt) ? `${sayDate(item.publishedAt, today)}报道` : '日期不详';
}
