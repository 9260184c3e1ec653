import { Text, View } from '@tarojs/components';
import { isFiltered, noFilter } from '@yugong/domain/agenda';
import { sayDate } from '@yugong/domain/calendar';
import { Pressable } from '@/ui/pressable';
import { rangeOf, type Calendar } from '../use-calendar';
import { useNext } from '../use-next';
import styles from './nothing.module.scss';

/** An empty stretch of the calendar: says so kindly, and what comes next. Never a dead end. */
export function Nothing({
  what,
  calendar,
  onWhole,
}: {
  what: string;
  calendar: Calendar;
  /** To the month that the empty day is in. */
  onWhole?: () => void;
}) {
  const { filter, hidden, setFilter, goTo, day, view } = calendar;
  const next = useNext(isFiltered(filter) ? null : onWhole ? day : rangeOf(view, day).to);
  return (
    <View className={styles.nothing} ariaRole="status">
      <View>{isFiltered(filter) && hidden > 0 ? `按现在的筛选，${what}` : `${what}。工会公布后会列在这里。`}</View>
      <View className={styles.ways}>
        {isFiltered(filter) && (
          <Pressable className={styles.way} onPress={() => setFilter(noFilter)}>
            <Text>{hidden > 0 ? `不筛选，看全部 ${hidden} 个` : '不筛选'}</Text>
          </Pressable>
        )}
        {onWhole && (
          <Pressable className={styles.way} onPress={onWhole}>
            <Text>看这个月的</Text>
          </Pressable>
        )}
        {next && (
          <Pressable className={styles.way} onPress={() => goTo(next.start)}>
            <Text>{`接下来：${sayDate(next.start, calendar.today)} ${next.title}`}</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}
