import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { figureParts } from '@yugong/domain/figure';
import { ShareBar } from '@/ui/share-bar';
import type { FigureComparison, DrawnFigure } from '../model';
import { sayLabel, sayPart } from '../words';
import { ToSource } from './to-source';
import styles from './figures.module.scss';

/** Figures on one scale, the largest first. */
export function ComparisonBars({
  comparison: { heading, bars },
  asked,
}: {
  comparison: FigureComparison;
  asked: string;
}) {
  return (
    <View className={styles.group}>
      <View className={styles.heading} ariaRole="heading" aria-level={3}>
        {heading}
      </View>
      {bars.map((bar) => (
        <Bar key={bar.statistic.id} bar={bar} asked={asked} />
      ))}
    </View>
  );
}

function Bar({ bar: { statistic, share, parts }, asked }: { bar: DrawnFigure; asked: string }) {
  const { id, scope, district, figure, note } = statistic;
  const { before, number, after } = figureParts(figure);
  const mine = id === asked || parts.some((part) => part.statistic.id === asked);
  return (
    <ToSource statistic={statistic} className={`${styles.row} ${mine ? styles.asked : ''}`}>
      <View className={styles.words}>
        <Text className={styles.label}>{district ? scope : sayLabel(statistic)}</Text>
        <Text className={styles.number}>{`${before}${number}${after}`}</Text>
      </View>
      <ShareBar share={share} part={parts[0]?.share} />
      {parts.map((part) => (
        <View key={part.statistic.id} className={styles.detail}>
          {sayPart(part, statistic)}
        </View>
      ))}
      <View className={styles.detail}>{[sayDate(figure.asOf, ''), note].filter(Boolean).join('。')}</View>
    </ToSource>
  );
}
