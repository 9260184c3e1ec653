import { View } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import type { Day } from '@yugong/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Pictures } from '@/ui/pictures';
import { ReadAloud } from '@/ui/read-aloud';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { Sign } from '@/ui/sign';
import { SourceNote } from '@/ui/source-note';
import { newsUrl } from '..';
import { figuresUrl } from '../../figures';
import { serviceOf } from '../../services';
import { Neighbours, neighboursOf } from '../../shared/neighbours';
import { RelatedLinks } from '../../shared/related-links';
import { NewsBand } from './news-band';
import { sayNewsPlace } from './say';
import styles from './news.module.scss';

/** A piece of news as an article; `all` are those it stands among. */
export function NewsArticle({ item, all, today }: { item: NewsItem; all: readonly NewsItem[]; today: Day }) {
  const service = item.service && serviceOf(item.service);
  return (
    <View>
      <ArticleHead title={item.title} byline={sayNewsPlace(item, today)} />
      {item.pictures?.length ? (
        <Pictures pictures={item.pictures} />
      ) : (
        item.figures.length > 0 && (
          <View className={styles.top}>
            <NewsBand item={item} kind="数据" />
          </View>
        )
      )}
      <ReadAloud paragraphs={item.paragraphs}>
        {item.paragraphs.map((paragraph, at) => (
          <Paragraph key={paragraph} lead={at === 0}>
            {paragraph}
          </Paragraph>
        ))}
      </ReadAloud>
      {service && !isSinglePage() && (
        <Section heading="你可以去办">
          <Row
            url={service.url}
            lead={<Sign tone={service.id} icon={service.icon} />}
            title={service.name}
            detail={service.promise}
          />
        </Section>
      )}
      {item.figures.length > (item.pictures?.length ? 0 : 1) && (
        <Section heading="数据" {...(isSinglePage() ? {} : { more: { text: '数说工会', url: figuresUrl() } })}>
          <Figures figures={item.figures} />
        </Section>
      )}
      <Actions>
        <FavouriteButton item={{ collection: 'news', id: item.id, title: item.title }} />
        <ShareButton title={item.title} />
      </Actions>
      {!isSinglePage() && (
        <>
          <RelatedLinks links={item.links} />
          <Neighbours {...neighboursOf(all, item.id, newsUrl)} />
        </>
      )}
      <SourceNote {...item} />
    </View>
  );
}
