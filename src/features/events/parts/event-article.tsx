import { View } from '@tarojs/components';
import type { EventItem } from '@/content/bundle';
import { sayDistance, saySpan, type Day } from '@/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Notice } from '@/ui/notice';
import { ReadAloud } from '@/ui/read-aloud';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { Tag } from '@/ui/tag';
import { Facts } from '@/ui/facts';
import { sayDistrict } from '../../shared/district-name';
import { RelatedLinks } from '../../shared/related-links';
import { listEvents } from '../model';

/** An event: when first, then where and who. */
export function EventArticle({ event, today }: { event: EventItem; today: Day }) {
  const { coming, past } = listEvents([event], today);
  const when = (coming[0] ?? past[0])?.when ?? { start: event.start, end: event.end ?? event.start };
  return (
    <View>
      <ArticleHead
        tags={
          coming.length === 0 ? <Tag>已经办过</Tag> : <Tag tone="red">{sayDistance(when.start, today) ?? '接下来'}</Tag>
        }
        title={event.title}
      />
      {event.caveat && <Notice>{event.caveat}</Notice>}
      <Facts
        rows={[
          { label: '时间', text: saySpan(when.start, when.end, today) },
          { label: '地点', text: event.place },
          { label: '区县', text: sayDistrict(event.district) || null },
          { label: '主办', text: event.organiser },
        ]}
      />
      <ReadAloud paragraphs={[event.summary]}>
        <Paragraph>{event.summary}</Paragraph>
      </ReadAloud>
      {event.figures.length > 0 && (
        <Section heading="看数字">
          <Figures figures={event.figures} />
        </Section>
      )}
      <Actions>
        <FavouriteButton item={{ collection: 'events', id: event.id, title: event.title }} />
        <ShareButton title={event.title} />
      </Actions>
      {!isSinglePage() && <RelatedLinks links={event.links} />}
      <SourceNote {...event} />
    </View>
  );
}
