import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { itemsByDay, type AgendaItem } from '@yugong/domain/agenda';
import { monthOf, sayDay, weekdayName, sayDate, type Day } from '@yugong/domain/calendar';
import { sayLunarDate } from '@yugong/domain/lunar';
import { MonthGrid } from '@/ui/month-grid';
import { Swipe } from '@/ui/swipe';
import { marksOfMonth, notesOf } from '../model/month';
import { table } from '../table';
import { rangeOf, type Calendar } from '../use-calendar';
import { Lines } from './lines';
import { Nothing } from './nothing';
import { DayGroups } from './list-view';
import styles from './month-view.module.scss';

/** A month of days, and under it the lines of the day chosen, or of all the month. */
export function MonthView({ calendar }: { calendar: Calendar }) {
  const { day, today, chosen, items, lunar, turn, choose, goToMonth } = calendar;
  const month = monthOf(day);
  const { from, to } = rangeOf('month', day);
  const byDay = useMemo(() => itemsByDay(items, from, to), [items, from, to]);
  const marks = useMemo(() => marksOfMonth(byDay), [byDay]);
  const notes = useMemo(() => notesOf(table, month, lunar), [month, lunar]);
  return (
    <View>
      <Swipe onNext={() => turn(1)} onPrevious={() => turn(-1)}>
        <MonthGrid
          headless
          dimPast
          month={month}
          today={today}
          selected={chosen}
          marks={marks}
          notes={notes}
          onSelect={choose}
          onMonth={goToMonth}
        />
      </Swipe>
      {chosen === null ? (
        <WholeMonth calendar={calendar} />
      ) : (
        <OneDay key={chosen} day={chosen} items={byDay.get(chosen) ?? []} calendar={calendar} />
      )}
    </View>
  );
}

function OneDay({ day, items, calendar }: { day: Day; items: readonly AgendaItem[]; calendar: Calendar }) {
  const { today, goToMonth } = calendar;
  const said = sayDay(day, today);
  const exact = `${sayDate(day, today)} ${weekdayName(day)}`;
  return (
    <View className={styles.panel}>
      <View className={styles.heading} ariaRole="heading" aria-level={2}>
        <Text className={styles.day}>{said}</Text>
        <Text className={styles.exact}>
          {[said === exact ? null : exact, sayLunarDate(table.lunar, day)].filter(Boolean).join(' · ')}
        </Text>
      </View>
      {items.length > 0 ? (
        <Lines items={items} day={day} />
      ) : (
        <Nothing what="这天没有安排" calendar={calendar} onWhole={() => goToMonth(monthOf(day))} />
      )}
    </View>
  );
}

function WholeMonth({ calendar }: { calendar: Calendar }) {
  const { items, day, today } = calendar;
  const { from } = rangeOf('month', day);
  return (
    <View className={styles.panel}>
      <View className={styles.heading} ariaRole="heading" aria-level={2}>
        <Text className={styles.day}>{`${Number(monthOf(day).slice(5))}月的安排`}</Text>
        <Text className={styles.exact}>{items.length > 0 ? `${items.length} 项` : ''}</Text>
      </View>
      {items.length > 0 ? (
        <DayGroups key={from} items={items} from={from} today={today} />
      ) : (
        <Nothing what="这个月没有安排" calendar={calendar} />
      )}
    </View>
  );
}
