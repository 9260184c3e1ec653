import { Text, View } from '@tarojs/components';
import { monthWeeks } from '@/domain/calendar';
import { useAppearance } from '@/platform/appearance';
import { Pressable } from '../pressable';
import { MarkedDays } from './marked-days';
import { MonthHead } from './head';
import { dayNumber, isIn, sayCell, signsOf, weekdays, type MonthGridProps } from './types';
import styles from './style.module.scss';

export type { DayMark } from './types';

/** A month, Monday first, with what is on its days. */
export function MonthGrid(props: MonthGridProps) {
  const elder = useAppearance((state) => state.elder);
  return (
    <View>
      <MonthHead {...props} />
      {elder ? <MarkedDays {...props} /> : <Grid {...props} />}
    </View>
  );
}

function Grid(props: MonthGridProps) {
  const { month, today, selected, marks, onSelect } = props;
  return (
    <View className={styles.grid}>
      <View className={styles.week} aria-hidden>
        {weekdays.map((name) => (
          <View key={name} className={styles.weekday}>
            {name}
          </View>
        ))}
      </View>
      {monthWeeks(month).map((week) => (
        <View key={week[0]} className={styles.week}>
          {week.map((day) =>
            isIn(month, day) ? (
              <Pressable
                key={day}
                className={`${styles.day} ${styles.cell} ${day === today ? styles.today : ''} ${day === selected ? styles.selected : ''}`}
                label={sayCell(day, props) + (day === selected ? '，已选' : '')}
                onPress={() => onSelect(day)}
              >
                <Text className={styles.number}>{dayNumber(day)}</Text>
                <Text className={styles.sign}>{signsOf(marks[day])}</Text>
              </Pressable>
            ) : (
              <View key={day} className={styles.cell} />
            ),
          )}
        </View>
      ))}
    </View>
  );
}
