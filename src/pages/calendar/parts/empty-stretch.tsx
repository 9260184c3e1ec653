import { Text, View } from '@tarojs/components';
import type { CalendarTable } from '@yugong/content/bundle';
import { SessionListWire } from '@yugong/domain/session/wire';
import { isFiltered, noFilter } from '@yugong/domain/agenda';
import { addDays, type Day, sayDate } from '@yugong/domain/calendar';
import { Pressable } from '@/ui/pressable';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { type Calendar, rangeOf } from '../use-calendar';
import { type Next, nextEventAfter } from '../model/next';
import styles from './empty-stretch.module.scss';

/** An empty stretch of the calendar: says so kindly, and what comes next. Never a dead end. */
export function EmptyStretch({
  what,
  calendar,
  onWhole,
}: {
  what: string;
  calendar: Calendar;
  /** To the month that the empty day is in. */
  onWhole?: () => void;
}) {
  const { filter, hidden, setFilter, goTo, day, view, table } = calendar;
  const next = useNextOccasion(table, isFiltered(filter) ? null : onWhole ? day : rangeOf(view, day).to);
  // Nobody knows yet: the line below says so.
  if (calendar.served.state === 'loading') return null;
  return (
    <View className={styles.nothing} ariaRole="status">
      <View>{isFiltered(filter) && hidden > 0 ? `当前筛选下${what}` : `${what}。工会公布后会显示在这里。`}</View>
      <View className={styles.ways}>
        {isFiltered(filter) && (
          <Pressable className={styles.way} onPress={() => setFilter(noFilter)}>
            <Text>{hidden > 0 ? `清空筛选，查看全部 ${hidden} 个` : '清空筛选'}</Text>
          </Pressable>
        )}
        {onWhole && (
          <Pressable className={styles.way} onPress={onWhole}>
            <Text>查看本月</Text>
          </Pressable>
        )}
        {next && (
          <Pressable className={styles.way} onPress={() => goTo(next.start)}>
            <Text>{`下一个：${sayDate(next.start, calendar.today)} ${next.title}`}</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}

/**
 * The first event or session that begins after a day, as far as is known; without a network the content's.
 *
 * @param day null: nothing is looked for
 */
function useNextOccasion(table: CalendarTable, day: Day | null): Next | null {
  const path = day === null ? null : pageUrl('/api/v1/sessions', { from: addDays(day, 1), limit: 5 });
  const { served } = useService(SessionListWire, path);
  if (day === null) return null;
  const session =
    served.state === 'ready' ? served.data.sessions.find(({ startsAt }) => startsAt.slice(0, 10) > day) : undefined;
  const event = nextEventAfter(table, day);
  const next = session && { title: session.title, start: session.startsAt.slice(0, 10) };
  if (!next || !event) return next ?? event;
  return next.start < event.start ? next : event;
}
