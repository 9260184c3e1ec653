import { Text, View } from '@tarojs/components';
import { type Day, partsOf, weekdayName } from '@yugong/domain/calendar';
import styles from './style.module.scss';

/**
 * The stub of a ticket: month, day and weekday, in the colour of the card it stands in, over its whole height.
 *
 * @param decorative the day is said beside it too, so a screen reader passes over the stub
 */
export function DayStub({ day, decorative = false }: { day: Day; decorative?: boolean }) {
  const { month, day: ofMonth } = partsOf(day);
  return (
    <View className={styles.stub} aria-hidden={decorative}>
      <Text className={styles.month}>{`${month}月`}</Text>
      <Text className={styles.day}>{ofMonth}</Text>
      <Text className={styles.month}>{weekdayName(day)}</Text>
    </View>
  );
}
