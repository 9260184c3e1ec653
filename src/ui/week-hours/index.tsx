import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

const DAY_MINUTES = 1440;

/** One day of the week's hours. */
export interface HoursDay {
  /** Its date. */
  key: string;
  /** 今天, 周二. */
  name: string;
  /** Why it differs from its weekday: 国庆节, 调休上班. */
  note?: string | undefined;
  today: boolean;
  state: 'known' | 'unknown';
  /** 9:00–12:00，14:00–18:00; 休息; 未公布. */
  text: string;
  /** Open from and to, in minutes after that day's midnight. */
  spans: readonly (readonly [number, number])[];
}

/** Minutes as a part of the strip. @example share(360) // '25%' */
const share = (minutes: number): string => `${Math.round((minutes / DAY_MINUTES) * 1000) / 10}%`;

/**
 * The hours of seven days: each as words, and as a strip from midnight to midnight on which lunch breaks and nights
 * are seen at a glance; a line across today shows the time it is.
 *
 * @param now minutes after midnight, or null where it is of no use
 * @example <WeekHours days={[{ key: '2026-11-23', name: '今天', text: '9:00–18:00', spans: [[540, 1080]], today: true }]} now={600} />
 */
export function WeekHours({ days, now }: { days: readonly HoursDay[]; now: number | null }) {
  return (
    <View className={styles.week} ariaRole="list">
      {days.map((day) => (
        <View key={day.key} className={`${styles.day} ${day.today ? styles.today : ''}`} ariaRole="listitem">
          <View className={styles.words}>
            <View className={styles.name}>
              <Text>{day.name}</Text>
              {day.note && <Text className={styles.note}>{day.note}</Text>}
            </View>
            <Text className={day.state === 'unknown' ? styles.unknown : styles.text}>{day.text}</Text>
          </View>
          <View className={`${styles.strip} ${day.state === 'unknown' ? styles.blank : ''}`} aria-hidden>
            {day.spans.map(([from, to]) => (
              <View
                key={from}
                className={styles.span}
                style={{ left: share(from), width: share(Math.min(to, DAY_MINUTES) - from) }}
              />
            ))}
            {day.today && now !== null && <View className={styles.now} style={{ left: share(now) }} />}
          </View>
        </View>
      ))}
    </View>
  );
}
