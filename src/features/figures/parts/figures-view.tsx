import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { figureParts } from '@yugong/domain/figure';
import { ArticleHead } from '@/ui/article';
import { Section } from '@/ui/section';
import { ShareBar } from '@/ui/share-bar';
import { chaptersOf, type DrawnFigure, type Story, useStatistics } from '../model';
import { sayLabel, sayPart, topicNames } from '../words';
import { ComparisonBars } from './comparison-bars';
import { TrendBars } from './trend-bars';
import { ToSource } from './to-source';
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

/** Figures that were told together, large; a part as a length of its whole; one way to where they stand. */
function StoryFigures({ story: { figures }, asked }: { story: Story; asked: string }) {
  const [first] = figures;
  if (!first) return null;
  return (
    <ToSource statistic={first.statistic} className={styles.story} named>
      <View className={styles.figures}>
        {figures.map((drawn) => (
          <BigFigure key={drawn.statistic.id} drawn={drawn} asked={asked} />
        ))}
      </View>
    </ToSource>
  );
}

function BigFigure({ drawn: { statistic, parts }, asked }: { drawn: DrawnFigure; asked: string }) {
  const { id, figure, note } = statistic;
  const { before, number, after } = figureParts(figure);
  return (
    <View className={`${parts.length > 0 ? styles.wide : styles.half} ${id === asked ? styles.asked : ''}`}>
      <View className={styles.value}>
        {before && <Text className={styles.unit}>{before}</Text>}
        <Text className={styles.big}>{number}</Text>
        <Text className={styles.unit}>{after}</Text>
      </View>
      <View className={styles.label}>{sayLabel(statistic)}</View>
      {parts.map((part) => (
        <View key={part.statistic.id} className={part.statistic.id === asked ? styles.asked : ''}>
          <ShareBar share={part.share} />
          <View className={styles.detail}>{sayPart(part, statistic)}</View>
        </View>
      ))}
      <View className={styles.detail}>{[sayDate(figure.asOf, ''), note].filter(Boolean).join('。')}</View>
    </View>
  );
}
