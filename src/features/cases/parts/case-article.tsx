import { View } from '@tarojs/components';
import type { CaseItem } from '@yugong/content/bundle';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Notice } from '@/ui/notice';
import { ReadAloud } from '@/ui/read-aloud';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { Tag } from '@/ui/tag';
import { caseUrl } from '..';
import { figuresUrl } from '../../figures';
import { serviceOf } from '../../services';
import { sayDistrict } from '../../shared/district-name';
import { Neighbours, neighboursOf } from '../../shared/neighbours';
import { RelatedLinks } from '../../shared/related-links';
import { ContextFacts } from './context-facts';
import { Points } from './points';

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
            <Tag>第{item.period}期</Tag>
          </>
        }
        title={item.title}
        byline={[item.unit, item.district?.now && sayDistrict(item.district)].filter(Boolean).join(' · ')}
      />
      <ReadAloud paragraphs={spoken}>
        {item.lead === null ? (
          <Notice>
            这个案例入选了全国名录，但全文还没有公开，我们不猜它写了什么。
            {item.context.length > 0 ? '下面只列查得到出处的相关事实。' : '目前也没有查到有出处的相关事实。'}
          </Notice>
        ) : (
          <Paragraph lead>{item.lead}</Paragraph>
        )}
        {item.figures.length > 0 && (
          <Section heading="看数字" {...(isSinglePage() ? {} : { more: { text: '数说工会', url: figuresUrl() } })}>
            <Figures figures={item.figures} />
          </Section>
        )}
        {item.points.length > 0 && <Points points={item.points} />}
      </ReadAloud>
      <ContextFacts facts={item.context} />
      <Actions>
        <FavouriteButton item={{ collection: 'cases', id: item.id, title: item.title }} />
        <ShareButton title={item.title} />
      </Actions>
      {/* A page opened alone from the timeline can't go anywhere, so it offers no way. */}
      {!isSinglePage() && (
        <>
          {service && (
            <Section heading="你也可以">
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
