import { Text, View } from '@tarojs/components';
import { monthOf, partsOf, sayDate, weekStart, addDays, type Day } from '@yugong/domain/calendar';
import { isFiltered } from '@yugong/domain/agenda';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Segments } from '@/ui/segments';
import type { Calendar, CalendarMode as CalendarView } from '../use-calendar';
import styles from './calendar-head.module.scss';

const views: readonly { value: CalendarView; text: string }[] = [
  { value: 'month', text: '月' },
  { value: 'week', text: '周' },
  { value: 'list', text: '列表' },
];

/** What the arrows turn, by view. */
const turned: Record<CalendarView, string> = { month: '个月', week: '周', list: '个月' };

/** What is shown, in words: 2026年11月; 11月23日至29日; 从11月23日起. */
export function sayShown(view: CalendarView, day: Day, today: Day): { main: string; rest: string } {
  if (view === 'list') return { main: `${sayDate(day, today)}起`, rest: '' };
  const { year, month } = partsOf(monthOf(day));
  if (view === 'month') return { main: `${month}月`, rest: `${year}年` };
  const monday = weekStart(day);
  const sunday = addDays(monday, 6);
  const last = monthOf(monday) === monthOf(sunday) ? `${partsOf(sunday).day}日` : sayDate(sunday, monday);
  const thisYear = partsOf(monday).year === partsOf(today).year;
  return { main: `${sayDate(monday, monday)}至${last}`, rest: thisYear ? '' : `${partsOf(monday).year}年` };
}

/** The month's name, which leads to others; the arrows, today, the three views, the filter. */
export function CalendarHead({
  calendar,
  onJump,
  onFilter,
}: {
  calendar: Calendar;
  onJump: () => void;
  onFilter: () => void;
}) {
  const { view, day, today, turn, goTo, setView, filter } = calendar;
  const { main, rest } = sayShown(view, day, today);
  const [before, after] = [`上${turned[view]}`, `下${turned[view]}`];
  return (
    <View>
      <View className={styles.top}>
        <View className={styles.name} ariaRole="heading" aria-level={1}>
          <Pressable
            className={`${styles.jump} ${view === 'month' ? styles.large : ''}`}
            onPress={onJump}
            label={`${main}${rest}，选择月份`}
          >
            {view === 'month' ? (
              <Text className={styles.main}>{main}</Text>
            ) : (
              <View className={styles.span}>
                {main.split(/(?=至)/).map((date) => (
                  <Text key={date} className={styles.date}>
                    {date}
                  </Text>
                ))}
              </View>
            )}
            {rest && <Text className={styles.rest}>{rest}</Text>}
            <Icon name="chevron-down" size="small" />
          </Pressable>
        </View>
        <Pressable className={styles.step} label={before} onPress={() => turn(-1)}>
          <Icon name="chevron-left" />
        </Pressable>
        <Pressable className={styles.today} onPress={() => goTo(today)}>
          <Text>今天</Text>
        </Pressable>
        <Pressable className={styles.step} label={after} onPress={() => turn(1)}>
          <Icon name="chevron-right" />
        </Pressable>
      </View>
      <View className={styles.tools}>
        <View className={styles.views}>
          <Segments label="查看方式" options={views} value={view} onChange={setView} />
        </View>
        <Pressable className={`${styles.filter} ${isFiltered(filter) ? styles.on : ''}`} onPress={onFilter}>
          <Icon name="sliders-horizontal" size="small" />
          <Text>{isFiltered(filter) ? '已筛选' : '筛选'}</Text>
        </Pressable>
      </View>
    </View>
  );
}
