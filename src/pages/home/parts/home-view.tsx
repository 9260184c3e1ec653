import { Text, View } from '@tarojs/components';
import { type Day, partsOf, sayDistance, saySpan, weekdayName } from '@yugong/domain/calendar';
import type { Digest } from '@yugong/content/bundle';
import { caseListUrl, caseUrl } from '@/features/cases';
import { eventListUrl, eventUrl } from '@/features/events';
import { newsListUrl, newsUrl } from '@/features/news';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { searchUrl } from '@/features/search';
import { Art } from '@/ui/art';
import { ElderSwitch } from '@/ui/elder-switch';
import { Icon, type IconName } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Sign, type Tone } from '@/ui/sign';
import { services } from '@/features/services';
import { AppointmentCard } from '../../parts/appointment-card';
import type { useHome } from '../use-home';
import { Concerns } from './concerns';
import { Joinable } from './joinable-section';
import styles from './home-view.module.scss';

/** Said of an event that recurs but that nobody has announced for this time. */
const AWAITS_NOTICE = '以工会通知为准';

/**
 * Home: whose app it is and for whom; what concerns the reader; the services; what can be joined now, what the season
 * brings, what is new, what unions do.
 */
export function HomeView({
  today,
  banners,
  appointments,
  deadline,
  station,
  joinable,
  seasons,
  news,
  events,
  cases,
  caseCounts,
}: ReturnType<typeof useHome>) {
  return (
    <View>
      <Masthead />
      <Pressable className={styles.search} url={searchUrl()}>
        <Icon name="search" size="small" />
        <Text>搜案例、动态、驿站、法律规定</Text>
      </Pressable>
      <Today today={today} />
      {banners.map(({ words, url }) => (
        <Pressable key={url} className={styles.banner} url={url}>
          <Icon name="bell" />
          <Text className={styles.words}>{words}</Text>
          <Icon name="chevron-right" size="small" />
        </Pressable>
      ))}
      {appointments.map((appointment) => (
        <AppointmentCard key={appointment.id} appointment={appointment} />
      ))}
      <Concerns today={today} deadline={deadline} station={station} />
      <ServiceGrid caseCount={caseCounts.all} />
      <Joinable today={today} {...joinable} />
      {seasons.length > 0 && (
        <Section heading="这个季节">
          {seasons.map(({ id, tone, icon, title, detail, url }) => (
            <Row key={id} url={url} lead={<Sign tone={tone} icon={icon} />} title={title} detail={detail} />
          ))}
        </Section>
      )}
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
      {news.fresh && <News news={news} />}
      <Section heading="工会在做什么" more={{ text: `全部 ${caseCounts.all} 个案例`, url: caseListUrl() }}>
        <CaseHighlights cases={cases} />
      </Section>
      {!news.fresh && <News news={news} />}
    </View>
  );
}

/** The news; what is older than a month stands last, under a heading that doesn't pretend otherwise. */
function News({ news }: { news: ReturnType<typeof useHome>['news'] }) {
  return (
    <Section heading={news.heading} note={news.note} more={{ text: '全部动态', url: newsListUrl() }}>
      {news.items.map((item) => (
        <Row
          key={item.id}
          url={newsUrl(item.id)}
          lead={<NewsDate date={item.date} />}
          title={item.title}
          detail={item.district ?? '全市'}
        />
      ))}
    </Section>
  );
}

/** When it happened, as exact as it is known. */
function NewsDate({ date }: { date: string }) {
  const { year, month, day } = partsOf(date);
  if (month === null) return <DateLead day={String(year)} month="年" />;
  return day === null ? (
    <DateLead day={`${month}月`} month={`${year}年`} />
  ) : (
    <DateLead day={String(day)} month={`${month}月`} />
  );
}

/** Who says it and for whom, over the city: the union's bridge is the one thing in red. */
function Masthead() {
  return (
    <View className={styles.masthead}>
      <View className={styles.scene}>
        <Art name="city" className={styles.layer} />
        <Art name="bridge" className={`${styles.layer} ${styles.bridge}`} />
      </View>
      <View className={styles.top}>
        <View className={styles.brand} ariaRole="heading" aria-level={1}>
          <View className={styles.mark}>
            <Icon name="mark" size="large" />
          </View>
          <Text>渝工随行</Text>
        </View>
        <ElderSwitch />
      </View>
      <View className={styles.promise}>
        <Text>重庆工会 · 给每一位劳动者 · 免费</Text>
      </View>
    </View>
  );
}

/** The day that all below is about. */
function Today({ today }: { today: Day }) {
  const { month, day } = partsOf(today);
  return (
    <View className={styles.today} ariaRole="heading" aria-level={2}>
      <Text className={styles.date}>{`${month}月${day}日`}</Text>
      <Text className={styles.weekday}>{weekdayName(today)}</Text>
    </View>
  );
}

interface Tile {
  tone: Tone;
  icon: IconName;
  name: string;
  promise: string;
  url: string;
}

/** The four services and the two things to read, each one tap away, each in its colour. */
function ServiceGrid({ caseCount }: { caseCount: number }) {
  const tiles: readonly Tile[] = [
    ...services.map(({ id, ...service }) => ({ ...service, tone: id })),
    {
      tone: 'reading',
      icon: 'lightbulb',
      name: '创新案例',
      promise: `${caseCount} 个工会做法`,
      url: caseListUrl(),
    },
    { tone: 'reading', icon: 'newspaper', name: '工会动态', promise: '各区县的消息', url: newsListUrl() },
  ];
  return (
    <View className={styles.services}>
      {tiles.map(({ tone, icon, name, promise, url }) => (
        <Pressable key={url} className={`${styles.service} tone-${tone}`} url={url}>
          <View className={styles.icon}>
            <Icon name={icon} size="large" />
          </View>
          <Text className={styles.name}>{name}</Text>
          <Text className={styles.detail}>{promise}</Text>
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
