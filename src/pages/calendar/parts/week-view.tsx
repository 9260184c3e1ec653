import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { hasEnded, itemsByDay, type AgendaItem } from '@yugong/domain/agenda';
import { addDays, partsOf, weekdayName, type Day } from '@yugong/domain/calendar';
import { sayUnderDay } from '@yugong/domain/lunar';
import { AgendaLine } from '@/ui/agenda-line';
import { Pressable } from '@/ui/pressable';
import { Swipe } from '@/ui/swipe';
import { lunar as lunarTable } from '../table';
import { rangeOf, type Calendar } from '../use-calendar';
import { EmptyStretch } from './empty-stretch';
import styles from './week-view.module.scss';

/** Lines a day; the rest is a tap away. A crowded week, which WeChat is sent in one piece, has fewer. */
const MAX_LINES_A_DAY = 5;
const MAX_LINES_A_CROWDED_DAY = 3;
const MAX_LINES_A_WEEK = 24;

/** Seven days under each other, each with what is on it. */
export function WeekView({ calendar }: { calendar: Calendar }) {
  const { day, items, turn } = calendar;
  const { from, to } = rangeOf('week', day);
  const byDay = useMemo(() => itemsByDay(items, from, to), [items, from, to]);
  const days = Array.from({ length: 7 }, (_, at) => addDays(from, at));
  const wanted = days.reduce((sum, one) => sum + Math.min(byDay.get(one)?.length ?? 0, MAX_LINES_A_DAY), 0);
  const most = wanted > MAX_LINES_A_WEEK ? MAX_LINES_A_CROWDED_DAY : MAX_LINES_A_DAY;
  return (
    <Swipe onNext={() => turn(1)} onPrevious={() => turn(-1)}>
      {days.map((one) => (
        <WeekDay key={one} day={one} items={byDay.get(one) ?? []} most={most} calendar={calendar} />
      ))}
      {byDay.size === 0 && <EmptyStretch what="这周没有安排" calendar={calendar} />}
    </Swipe>
  );
}

function WeekDay({
  day,
  items,
  most,
  calendar,
}: {
  day: Day;
  items: readonly AgendaItem[];
  most: number;
  calendar: Calendar;
}) {
  const { today, lunar, goTo, setView } = calendar;
  const now = Date.now();
  const all = () => {
    setView('month');
    goTo(day);
  };
  return (
    <View className={`${styles.row} ${day < today ? styles.past : ''}`}>
      <View className={styles.day} ariaRole="heading" aria-level={2}>
        <Text className={`${styles.number} ${day === today ? styles.today : ''}`}>{partsOf(day).day}</Text>
        <Text className={styles.weekday}>{day === today ? `今天 ${weekdayName(day)}` : weekdayName(day)}</Text>
        {lunar && <Text className={styles.lunar}>{sayUnderDay(lunarTable, day)}</Text>}
      </View>
      {items.length === 0 && <View className={styles.none}>没有安排</View>}
      <View className={styles.lines}>
        {items.slice(0, most).map((item) => (
          <AgendaLine key={item.key} item={item} day={day} over={hasEnded(item, now)} />
        ))}
        {items.length > most && (
          <Pressable className={styles.more} onPress={all}>
            <Text>{`还有 ${items.length - most} 个，查看当天`}</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}
