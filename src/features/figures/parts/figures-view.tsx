import { View } from '@tarojs/components';
import { ArticleHead } from '@/ui/article';
import { Section } from '@/ui/section';
import { chaptersOf, useStatistics } from '../model';
import { topicNames } from '../words';
import { ComparisonBars } from './comparison-bars';
import { StoryFigures } from './story-figures';
import { TrendBars } from './trend-bars';
import styles from './figures.module.scss';

/** Chapters of figures, each drawn, each with its date and the page it was read on. */
export function FiguresView({ asked }: { asked: string }) {
  const chapters = chaptersOf(useStatistics(), asked);
  const changes = chapters.some(({ trends }) => trends.length > 0);
  return (
    <View>
      <ArticleHead title="数说工会" byline="公开的数字，都注明日期和出处" />
      {chapters.map(({ topic, comparisons, stories, trends }) => (
        <Section key={topic} heading={topicNames[topic]}>
          {trends.map((trend) => (
            <TrendBars key={trend.scope + trend.label} trend={trend} />
          ))}
          {comparisons.length > 0 && (
            <View className={styles.caution}>各家公布的时间和统计口径不同，部分有重叠，仅供参考，不能相加。</View>
          )}
          {comparisons.map((comparison) => (
            <ComparisonBars key={comparison.heading} comparison={comparison} asked={asked} />
          ))}
          {stories.map((story) => (
            <StoryFigures key={story.key} story={story} asked={asked} />
          ))}
        </Section>
      ))}
      {!changes && <View className={styles.remark}>这些数字都只公布过一次，暂时没有变化趋势。</View>}
    </View>
  );
}
