import { Text } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import { PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { newsUrl } from '..';
import { serviceOf } from '../../services';
import type { useNewsList } from '../use-news-list';
import { NewsLead } from './news-lead';
import { sayNewsPlace } from './say';

/** The newest piece, then the others under their weeks and months, and the way to older and newer pages. */
export function NewsWeeks({
  options,
  district,
  setDistrict,
  lead,
  weeks,
  today,
  before,
  after,
  turnBy,
}: ReturnType<typeof useNewsList>) {
  return (
    <>
      {lead && <NewsLead item={lead} today={today} />}
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
              detail={sayNewsPlace(item, today)}
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
