import { Text, View } from '@tarojs/components';
import { monthWeeks } from '@yugong/domain/calendar';
import { Pressable } from '../pressable';
import { dayOfMonth, isIn, type MonthGridProps } from './types';
import styles from './style.module.scss';

/**
 * The month in 长辈版 or in large text: seven such targets don't fit beside each other on a phone, so the days on
 * which something is stand under each other.
 */
export function MarkedDays(props: MonthGridProps) {
  const { month, today, selected, marks, notes, onSelect } = props;
  const days = monthWeeks(month)
    .flat()
    .filter((day) => isIn(month, day) && ((marks[day]?.length ?? 0) > 0 || notes?.[day]?.badge));
  return (
    <View>
      {days.length === 0 && <View className={styles.none}>本月暂无安排。</View>}
      {days.map((day) => (
        <Pressable
          key={day}
          className={`${styles.line} ${day === selected ? styles.selected : ''}`}
          pressed={day === selected}
          onPress={() => onSelect(day)}
        >
          <Text className={styles.number}>{dayOfMonth(day)}日</Text>
          <Text className={styles.what}>
            {[day === today && '今天', notes?.[day]?.spoken, ...(marks[day] ?? []).map((mark) => mark.text)]
              .filter(Boolean)
              .join('，')}
          </Text>
        </Pressable>
      ))}
    </View>
  );
}
