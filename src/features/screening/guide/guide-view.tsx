import { View } from '@tarojs/components';
import { isSinglePage } from '@/platform/scene';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { ReadAloud } from '@/ui/read-aloud';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { guideUrl } from '..';
import { Neighbours, neighboursOf } from '../../shared/neighbours';
import { RelatedLinks } from '../../shared/related-links';
import { guides, type Guide } from '../model';

/** A question about the screening: the answer in a sentence, then what stands behind it, then where it is from. */
export function GuideView({ guide }: { guide: Guide }) {
  const { title, answer, points } = guide;
  return (
    <View>
      <ArticleHead title={title} />
      <ReadAloud paragraphs={[answer, ...points.flatMap(({ paragraphs }) => paragraphs)]}>
        <Paragraph lead>{answer}</Paragraph>
        {points.map(({ heading, paragraphs }) => (
          <Section key={heading} heading={heading}>
            {paragraphs.map((paragraph) => (
              <Paragraph key={paragraph}>{paragraph}</Paragraph>
            ))}
          </Section>
        ))}
      </ReadAloud>
      <Paragraph>以上为一般知识，不能代替医生的意见。具体情况请咨询检查的医院。</Paragraph>
      <Actions>
        <ShareButton title={title} />
      </Actions>
      {!isSinglePage() && (
        <>
          <Neighbours {...neighboursOf(guides, guide.id, guideUrl)} />
          <RelatedLinks links={guide.links} />
        </>
      )}
      <SourceNote {...guide} />
    </View>
  );
}
