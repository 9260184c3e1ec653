import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hasEnded, sliceFrom, type AgendaItem } from '@yugong/domain/agenda';
import { sayDate, sayDistance, sayDay, weekdayName, type Day } from '@yugong/domain/calendar';
import { AgendaLine } from '@/ui/agenda-line';
import { Pressable } from '@/ui/pressable';
import type { Calendar } from '../use-calendar';
import { EmptyStretch } from './empty-stretch';
import styles from './list-view.module.scss';

/** Lines drawn at once; see tests/weapp/calendar for what a page of them weighs. */
const MAX_LINES_SHOWN = 24;

/** Everything from a day on, under its days. */
export function ListView({ calendar }: { calendar: Calendar }) {
  const { items, day, today, turn, served } = calendar;
  // Beyond the last day that is complete there may be more than is known.
  const { completeTo } = served;
  const known = completeTo === null ? items : items.filter(({ start }) => start <= completeTo);
  return (
    <View>
      <Pressable className={styles.turn} onPress={() => turn(-1)}>
        <Text>查看更早</Text>
      </Pressable>
      {known.length === 0 ? (
        <EmptyStretch what="这天之后暂无安排" calendar={calendar} />
      ) : (
        <DayGroups key={day} items={known} from={day} today={today} />
      )}
    </View>
  );
}

/** Lines under the days they begin on; what began before stands first, as going on. A piece replaces the last. */
export function DayGroups({
  items,
  from,
  today,
  lines: size = MAX_LINES_SHOWN,
}: {
  items: readonly AgendaItem[];
  from: Day;
  today: Day;
  /** At most so many at once. */
  lines?: number;
}) {
  const [page, setPage] = useState(0);
  const slice = sliceFrom(items, from, page, size);
  const now = Date.now();
  return (
    <View>
      {page > 0 && (
        <Pressable className={styles.turn} onPress={() => setPage(page - 1)}>
          <Text>{`上一页`}</Text>
        </Pressable>
      )}
      {groupsOf(slice.items, from).map(({ day, lines }) => (
        <View key={day ?? 'going on'} className={styles.group}>
          <View className={styles.heading} ariaRole="heading" aria-level={2}>
            <Text className={styles.day}>{day === null ? '正在进行' : sayDay(day, today)}</Text>
            {day !== null && <Text className={styles.distance}>{sayBeside(day, today)}</Text>}
          </View>
          {lines.map((item) => (
            <AgendaLine key={item.key} item={item} day={day ?? from} over={hasEnded(item, now)} />
          ))}
        </View>
      ))}
      {slice.after > 0 && (
        <Pressable className={styles.turn} onPress={() => setPage(page + 1)}>
          <Text>{`下一页（还有 ${slice.after} 个）`}</Text>
        </Pressable>
      )}
    </View>
  );
}

/** What the heading's own word leaves open: the date of 今天 or 本周四, how far away another day is. */
function sayBeside(day: Day, today: Day): string {
  const exact = `${sayDate(day, today)} ${weekdayName(day)}`;
  const far = sayDistance(day, today);
  if (sayDay(day, today) !== exact) return exact;
  return far?.startsWith('还有') ? far : '';
}

function groupsOf(items: readonly AgendaItem[], from: Day): { day: Day | null; lines: AgendaItem[] }[] {
  const groups: { day: Day | null; lines: AgendaItem[] }[] = [];
  for (const item of items) {
    const day = item.start < from ? null : item.start;
    const last = groups[groups.length - 1];
    if (last && last.day === day) last.lines.push(item);
    else groups.push({ day, lines: [item] });
  }
  return groups;
}
