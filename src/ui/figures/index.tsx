import { Text, View } from '@tarojs/components';
import { figureParts, type FigureValue } from '@yugong/domain/figure';
import styles from './style.module.scss';

export interface LabelledFigure extends FigureValue {
  label: string;
  asOf: string;
}

/** Figures drawn large, two abreast, each with what it counts and of when it is. */
export function Figures({ figures }: { figures: readonly LabelledFigure[] }) {
  return (
    <View className={styles.figures}>
      {figures.map((figure) => (
        <FigureCell key={figure.label + figure.value} figure={figure} />
      ))}
    </View>
  );
}

function FigureCell({ figure }: { figure: LabelledFigure }) {
  const { before, number, after } = figureParts(figure);
  return (
    <View className={styles.cell}>
      <View className={styles.value}>
        {before && <Text className={styles.unit}>{before}</Text>}
        <Text className={styles.number}>{number}</Text>
        <Text className={styles.unit}>{after}</Text>
      </View>
      <View className={styles.label}>{figure.label}</View>
    </View>
  );
}
