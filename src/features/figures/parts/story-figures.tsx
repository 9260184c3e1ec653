import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { figureParts } from '@yugong/domain/figure';
import { ShareBar } from '@/ui/share-bar';
import type { Drawn, Story } from '../model';
import { sayLabel, sayPart } from '../words';
import { ToSource } from './to-source';
import styles from './figures.module.scss';

/** Figures that were told together, large; a part as a length of its whole; one way to where they stand. */
export function StoryFigures({ story: { figures }, asked }: { story: Story; asked: string }) {
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

function BigFigure({ drawn: { statistic, parts }, asked }: { drawn: Drawn; asked: string }) {
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
