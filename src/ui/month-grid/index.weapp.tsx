import { Text, View } from '@tarojs/components';
import { monthWeeks } from '@yugong/domain/calendar';
import { Pressable } from '../pressable';
import { MarkedDays } from './marked-days';
import { MonthHead } from './head';
import { useAsList } from './use-as-list';
import { dayOfMonth, isIn, lookOf, sayCell, signsOf, weekdays, type MonthGridProps } from './types';
import styles from './style.module.scss';

export type { DayMark, DayNote } from './types';

/** A month, Monday first, with what is on its days. */
export function MonthGrid(props: MonthGridProps) {
  const asList = useAsList();
  return (
    <View>
      {!props.headless && <MonthHead {...props} />}
      {asList ? <MarkedDays {...props} /> : <Grid {...props} />}
    </View>
  );
}

function Grid(props: MonthGridProps) {
  const { month, selected, marks, notes, onSelect } = props;
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
                className={[styles.day, styles.cell, ...lookOf(day, props).map((look) => styles[look])].join(' ')}
                label={sayCell(day, props) + (day === selected ? '，已选' : '')}
                onPress={() => onSelect(day)}
              >
                <View className={styles.number}>
                  {dayOfMonth(day)}
                  {notes?.[day]?.badge && (
                    <Text className={`${styles.badge} ${notes[day]?.badge === '休' ? styles.off : styles.work}`}>
                      {notes[day]?.badge}
                    </Text>
                  )}
                </View>
                {notes && (
                  <Text className={`${styles.under} ${notes[day]?.special ? styles.special : ''}`}>
                    {notes[day]?.under}
                  </Text>
                )}
                <View className={styles.signs}>
                  {signsOf(marks[day]).map(({ sign, own }) => (
                    <Text key={sign} className={`${styles.sign} ${own ? styles.own : ''}`}>
                      {sign}
                    </Text>
                  ))}
                </View>
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
