import { Text, View } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import type { Day } from '@yugong/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Pressable } from '@/ui/pressable';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { newsUrl } from '..';
import { serviceOf } from '../../services';
import type { useNewsList } from '../use-news-list';
import { NewsBand } from './news-band';
import styles from './news.module.scss';
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

/** Characters of a beginning: three lines on a narrow phone. */
const MAX_BEGINNING = 52;

/** The first clauses, cut by words: what is cut by height would be hidden twice over where text is large. */
function beginningOf(text: string): string {
  if (text.length <= MAX_BEGINNING) return text;
  const cut = text.slice(0, MAX_BEGINNING);
  const end = Math.max(...['。', '；', '，', '、'].map((mark) => cut.lastIndexOf(mark)));
  return `${end > 0 ? cut.slice(0, end) : cut}……`;
}

/** The newest piece, told before the list: what it is about as a picture, its title, how it begins, who reported it when. */
function NewsLead({ item, today }: { item: NewsItem; today: Day }) {
  const [beginning] = item.paragraphs.map(beginningOf);
  const told = (
    <>
      <NewsBand item={item} kind="最新" />
      <View className={styles.about}>
        <View className={styles.title} ariaRole="heading" aria-level={2}>
          {item.title}
        </View>
        {beginning && <View className={styles.beginning}>{beginning}</View>}
        <View className={styles.said}>
          <Text>{sayNewsPlace(item, today)}</Text>
        </View>
      </View>
    </>
  );
  return isSinglePage() ? (
    <View className={styles.story}>{told}</View>
  ) : (
    <Pressable className={styles.story} url={newsUrl(item.id)}>
      {told}
    </Pressable>
  );
}
