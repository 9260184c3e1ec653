import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { sayFigure } from '@yugong/domain/figure';
import { ShareBar } from '@/ui/share-bar';
import type { Trend } from '../model';
import { sayFigureChange } from '../words';
import { ToSource } from './to-source';
import styles from './figures.module.scss';

/** The same thing at several times: the change in words, then a length each, the newest in front. */
export function TrendBars({ trend: { scope, label, steps } }: { trend: Trend }) {
  const [first, last] = [steps[0], steps[steps.length - 1]];
  return (
    <View className={styles.group}>
      <View className={styles.heading} ariaRole="heading" aria-level={3}>{`${scope}：${label}的变化`}</View>
      {first && last && (
        <View className={styles.change}>{sayFigureChange(first.statistic.figure, last.statistic.figure)}</View>
      )}
      {steps.map((step) => (
        <ToSource key={step.statistic.id} statistic={step.statistic} className={styles.row}>
          <View className={styles.words}>
            <Text className={styles.label}>{sayDate(step.statistic.figure.asOf, '')}</Text>
            <Text className={styles.number}>{sayFigure(step.statistic.figure)}</Text>
          </View>
          <ShareBar share={step.share} quiet={step !== last} />
        </ToSource>
      ))}
    </View>
  );
}
