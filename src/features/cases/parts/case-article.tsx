import { Text, View } from '@tarojs/components';
import type { CaseItem } from '@yugong/content/bundle';
import { sayDate } from '@yugong/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Notice } from '@/ui/notice';
import { Pictures } from '@/ui/pictures';
import { ReadAloud } from '@/ui/read-aloud';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { sayPeriod } from '../model';
import { Tag } from '@/ui/tag';
import { caseUrl } from '..';
import { figuresUrl } from '../../figures';
import { serviceOf } from '../../services';
import { sayDistrict } from '../../shared/district-name';
import { Neighbours, neighboursOf } from '../../shared/neighbours';
import { RelatedLinks } from '../../shared/related-links';
import styles from './case-article.module.scss';

/** A case as an article, among all of them; honest where its text is not public. */
export function CaseArticle({ item, all }: { item: CaseItem; all: readonly CaseItem[] }) {
  const service = item.service && serviceOf(item.service);
  const spoken = item.lead === null ? [] : [item.lead, ...item.points.flatMap(({ heading, body }) => [heading, body])];
  return (
    <View>
      <ArticleHead
        tags={
          <>
            <Tag tone="red">{item.categoryName}</Tag>
            <Tag>{sayPeriod(item)}</Tag>
          </>
        }
        title={item.title}
        byline={[item.unit, item.district?.now && sayDistrict(item.district)].filter(Boolean).join(' · ')}
      />
      <ReadAloud paragraphs={spoken}>
        {item.lead === null ? (
          <Notice>
            这个案例入选了全国名录，全文尚未公开，这里不作推测。
            {item.context.length > 0 ? '下面只列有出处的相关事实。' : '目前没有查到有出处的相关事实。'}
          </Notice>
        ) : (
          <Paragraph lead>{item.lead}</Paragraph>
        )}
        {item.figures.length > 0 && (
          <Section heading="数据" {...(isSinglePage() ? {} : { more: { text: '数说工会', url: figuresUrl() } })}>
            <Figures figures={item.figures} />
          </Section>
        )}
        {item.points.length > 0 && <Points points={item.points} />}
      </ReadAloud>
      <Pictures pictures={item.pictures} />
      <ContextFacts facts={item.context} />
      <Actions>
        <FavouriteButton item={{ collection: 'cases', id: item.id, title: item.title }} />
        <ShareButton title={item.title} />
      </Actions>
      {/* A page opened alone from the timeline can't go anywhere, so it offers no way. */}
      {!isSinglePage() && (
        <>
          {service && (
            <Section heading="相关服务">
              <Row url={service.url} title={service.name} detail={service.promise} />
            </Section>
          )}
          <RelatedLinks links={item.links} />
          <Neighbours {...neighboursOf(all, item.id, caseUrl)} />
        </>
      )}
      <SourceNote {...item} />
    </View>
  );
}

/** A case's points, numbered, each with its name before its sentences. */
function Points({ points }: { points: readonly { heading: string; body: string }[] }) {
  return (
    <View className={styles.points}>
      {points.map((point, at) => (
        <View key={point.heading} className={styles.point}>
          <Text className={styles.number}>{at + 1}</Text>
          <View className={styles.words}>
            <View className={styles.heading} ariaRole="heading" aria-level={2}>
              <Text userSelect>{point.heading}</Text>
            </View>
            <Paragraph>{point.body}</Paragraph>
          </View>
        </View>
      ))}
    </View>
  );
}

/** Facts from around a case, marked as not being its content, each with its source. */
function ContextFacts({ facts }: { facts: CaseItem['context'] }) {
  if (facts.length === 0) return null;
  return (
    <Section heading="相关事实" note="不是案例内容">
      {facts.map((fact) => (
        <View key={fact.text} className={styles.fact}>
          <Text userSelect>{fact.text}</Text>
          <View className={styles.source}>
            {fact.source.publisher}
            {fact.source.published && `，${sayDate(fact.source.published, '')}`}
          </View>
        </View>
      ))}
    </Section>
  );
}
