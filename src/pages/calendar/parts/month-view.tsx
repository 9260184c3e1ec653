import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { type AgendaItem, hasEnded, itemsByDay } from '@yugong/domain/agenda';
import { type Day, monthOf, sayDate, sayDay, weekdayName } from '@yugong/domain/calendar';
import { sayLunarDate } from '@yugong/domain/lunar';
import { MonthGrid } from '@/ui/month-grid';
import { Swipe } from '@/ui/swipe';
import { AgendaLine } from '@/ui/agenda-line';
import { Pressable } from '@/ui/pressable';
import { marksOfMonth, notesOf } from '../model/month';
import { lunar as lunarTable } from '../table';
import { type Calendar, rangeOf } from '../use-calendar';
import { EmptyStretch } from './empty-stretch';
import { DayGroups } from './list-view';
import styles from './month-view.module.scss';

/** A month of days, and under it the lines of the day chosen, or of all the month. */
export function MonthView({ calendar }: { calendar: Calendar }) {
  const { day, today, chosen, items, table, lunar, turn, choose, goToMonth } = calendar;
  const month = monthOf(day);
  const { from, to } = rangeOf('month', day);
  const byDay = useMemo(() => itemsByDay(items, from, to), [items, from, to]);
  const marks = useMemo(() => marksOfMonth(byDay), [byDay]);
  const notes = useMemo(() => notesOf(table, month, lunar), [table, month, lunar]);
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
        <WholeMonth key={month} calendar={calendar} />
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
          {[said === exact ? null : exact, sayLunarDate(lunarTable, day)].filter(Boolean).join(' · ')}
        </Text>
      </View>
      {items.length > 0 ? (
        <Lines items={items} day={day} />
      ) : (
        <EmptyStretch what="这天没有安排" calendar={calendar} onWhole={() => goToMonth(monthOf(day))} />
      )}
    </View>
  );
}

function WholeMonth({ calendar }: { calendar: Calendar }) {
  const { day, today } = calendar;
  const { from: first, to } = rangeOf('month', day);
  const [isPastShown, setPastShown] = useState(false);
  // What is over stays out of the way of what is to come.
  const from = first <= today && today <= to && !isPastShown ? today : first;
  const items = calendar.items.filter(({ end }) => end >= from);
  return (
    <View className={styles.panel}>
      <View className={styles.heading} ariaRole="heading" aria-level={2}>
        <Text className={styles.day}>{`${Number(monthOf(day).slice(5))}月的安排`}</Text>
        <Text className={styles.exact}>{items.length > 0 ? `${items.length} 项` : ''}</Text>
      </View>
      {calendar.items.length > items.length && (
        <Pressable className={styles.more} onPress={() => setPastShown(true)}>
          <Text>{`已过去的 ${calendar.items.length - items.length} 项`}</Text>
        </Pressable>
      )}
      {items.length > 0 ? (
        <DayGroups key={from} items={items} from={from} today={today} lines={MAX_LINES_WITH_MONTH} />
      ) : (
        <EmptyStretch what={from === first ? '这个月没有安排' : '这个月接下来没有安排'} calendar={calendar} />
      )}
    </View>
  );
}

/** So many lines at once: WeChat is sent them in one piece with the days of the month. */
const MAX_LINES_WITH_MONTH = 10;

/** Lines of one day, a piece at a time. A piece replaces the one before: however many there are, few are drawn. */
function Lines({
  items,
  day,
  first = MAX_LINES_WITH_MONTH,
}: {
  items: readonly AgendaItem[];
  day: Day;
  first?: number;
}) {
  const [from, setFrom] = useState(0);
  const start = from < items.length ? from : 0;
  const shown = items.slice(start, start + first);
  const left = items.length - start - shown.length;
  const now = Date.now();
  return (
    <View>
      {start > 0 && (
        <Pressable className={styles.more} onPress={() => setFrom(Math.max(0, start - first))}>
          <Text>{`上一页`}</Text>
        </Pressable>
      )}
      {shown.map((item) => (
        <AgendaLine key={item.key} item={item} day={day} over={hasEnded(item, now)} />
      ))}
      {left > 0 && (
        <Pressable className={styles.more} onPress={() => setFrom(start + first)}>
          <Text>{`下一页（还有 ${left} 个）`}</Text>
        </Pressable>
      )}
    </View>
  );
}
