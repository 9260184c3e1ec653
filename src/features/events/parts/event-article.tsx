import { View } from '@tarojs/components';
import type { EventItem } from '@yugong/content/bundle';
import { sayTimeSpan } from '@yugong/domain/agenda';
import { sayDate, sayDistance, type Day } from '@yugong/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Facts } from '@/ui/facts';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Notice } from '@/ui/notice';
import { Pictures } from '@/ui/pictures';
import { ReadAloud } from '@/ui/read-aloud';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { Tag } from '@/ui/tag';
import { figuresUrl } from '../../figures';
import { sayDistrict } from '../../shared/district-name';
import { RelatedLinks } from '../../shared/related-links';
import { subscribeUrl } from '..';
import { phoneEventOf } from '../phone-event';
import { occurrencesShown } from '../model';
import { AddToCalendarButton } from './add-to-calendar-button';
import { EventSessions } from './event-sessions';
import { DirectionsButton } from './directions-button';

/** An event: when first, then where and who, whether one can still come, and what to read beside it. */
export function EventArticle({ event, today }: { event: EventItem; today: Day }) {
  const { when, coming, later } = occurrencesShown(event, today);
  const { title, place, organiser, audience, summary, caveat, figures, district } = event;
  const where = sayDistrict(district);
  return (
    <View>
      <ArticleHead
        tags={coming ? <Tag tone="red">{sayDistance(when.start, today) ?? '正在进行'}</Tag> : <Tag>已结束</Tag>}
        title={title}
      />
      {caveat && <Notice>{caveat}</Notice>}
      <Facts
        rows={[
          { label: '时间', text: sayTimeSpan({ ...when, time: event.time ?? null }, today) },
          { label: '后续时间', text: later.map(({ start }) => sayDate(start, today)).join('、') || null },
          { label: '地点', text: place, ...(coming ? { unknown: '未公布' } : {}) },
          { label: '区县', text: where || null },
          { label: '主办', text: organiser, ...(coming ? { unknown: '未公布' } : {}) },
          { label: '参加条件', text: audience, ...(coming ? { unknown: '未公布，建议先打电话确认' } : {}) },
        ]}
      />
      <ReadAloud paragraphs={[summary]}>
        <Paragraph>{summary}</Paragraph>
      </ReadAloud>
      <Pictures pictures={event.pictures} />
      {coming && !isSinglePage() && <EventSessions programme={event.programme} today={today} />}
      {figures.length > 0 && (
        <Section heading="数据" {...(isSinglePage() ? {} : { more: { text: '数说工会', url: figuresUrl() } })}>
          <Figures figures={figures} />
        </Section>
      )}
      <Actions>
        {coming && <AddToCalendarButton event={phoneEventOf(event, when)} />}
        {coming && place && (
          <DirectionsButton place={{ name: place, address: district?.now ?? district?.name ?? null, at: null }} />
        )}
        <FavouriteButton item={{ collection: 'events', id: event.id, title }} />
        <ShareButton title={title} />
      </Actions>
      {!isSinglePage() && (
        <>
          <RelatedLinks links={event.links} />
          <Section heading="订阅">
            <Row
              url={subscribeUrl({ kind: 'event', adcode: district?.adcode ?? null, joinable: false })}
              title="订阅到手机日历"
              detail={where ? `${where}和全市有新活动时自动更新` : '有新活动时自动更新到手机日历'}
            />
          </Section>
        </>
      )}
      <SourceNote {...event} />
    </View>
  );
}
