import { Text, View } from '@tarojs/components';
import { type Day, partsOf, sayDate, sayDistance, saySpan, weekdayName } from '@yugong/domain/calendar';
import type { Digest } from '@yugong/content/bundle';
import { caseListUrl, caseUrl } from '@/features/cases';
import { eventListUrl, eventUrl } from '@/features/events';
import { newsListUrl, newsUrl } from '@/features/news';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { searchUrl } from '@/features/search';
import { ElderSwitch } from '@/ui/elder-switch';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { services } from '@/features/services';
import type { useHome } from '../use-home';
import styles from './home-view.module.scss';

/** Said of an event that recurs but that nobody has announced for this time. */
const AWAITS_NOTICE = '以工会通知为准';

/** Home: the day, the search, the four services; then what is coming, what is new, what unions do. */
export function HomeView({ today, banners, news, events, cases, caseCounts }: ReturnType<typeof useHome>) {
  return (
    <View>
      <Masthead today={today} />
      {banners.map(({ words, url }) => (
        <Pressable key={url} className={styles.banner} url={url}>
          <Text className={styles.words}>{words}</Text>
          <Icon name="chevron-right" size="small" />
        </Pressable>
      ))}
      <ServiceGrid />
      {events.length > 0 && (
        <Section heading="近期活动" more={{ text: '全部活动', url: eventListUrl() }}>
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

/** The day at arm's length, the union's line, and the way into the search. */
function Masthead({ today }: { today: Day }) {
  const { month, day } = partsOf(today);
  return (
    <View className={styles.masthead}>
      <View className={styles.top}>
        <Text className={styles.brand}>渝工随行</Text>
        <ElderSwitch />
      </View>
      <View className={styles.day} ariaRole="heading" aria-level={1}>
        <Text className={styles.date}>
          {month}月{day}日
        </Text>
        <Text className={styles.weekday}>{weekdayName(today)}</Text>
      </View>
      <Pressable className={styles.search} url={searchUrl()}>
        <Icon name="search" size="small" />
        <Text>搜案例、动态、驿站、法律规定</Text>
      </Pressable>
    </View>
  );
}

/** The four services, two by two, each with what it is good for. */
function ServiceGrid() {
  return (
    <View className={styles.services}>
      {services.map((service) => (
        <Pressable key={service.id} className={styles.service} url={service.url}>
          <View className={styles.name}>
            <Icon name={service.icon} />
            <Text>{service.name}</Text>
          </View>
          <Text className={styles.promise}>{service.promise}</Text>
        </Pressable>
      ))}
    </View>
  );
}

/** A few cases to read, title and lead, as a newspaper sets them. */
function CaseHighlights({ cases }: { cases: Digest['cases'] }) {
  return (
    <View>
      {cases.map((item) => (
        <Pressable key={item.id} className={styles.case} url={caseUrl(item.id)}>
          <Text className={styles.title}>{item.title}</Text>
          <Text className={styles.lead}>{item.lead}</Text>
          <Text className={styles.unit}>{item.unit}</Text>
        </Pressable>
      ))}
    </View>
  );
}
