import { Text, View } from '@tarojs/components';
import { timeAt } from '@yugong/domain/calendar';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import { DayStub } from '@/ui/day-stub';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Tag } from '@/ui/tag';
import type { Appointment } from '../appointments';
import styles from './appointment-card.module.scss';

/** How far off a coming day is, as one counts. @example sayDaysAway(0) // '今天' */
const sayDaysAway = (days: number): string => (days <= 0 ? '今天' : days === 1 ? '明天' : `${days} 天后`);

/** What concerns the reader next, like a ticket on the table: the day large, then the time, where, and what to do today. */
export function AppointmentCard({ appointment }: { appointment: Appointment }) {
  const { url, kind, status, title, day, daysAway, startsAt, endsAt, place, today, demo } = appointment;
  return (
    <Pressable className={`${styles.card} tone-${kind === 'screening' ? 'screening' : 'events'}`} url={url}>
      <DayStub day={day} />
      <View className={styles.words}>
        <View className={styles.first}>
          <Text className={styles.away}>{sayDaysAway(daysAway)}</Text>
          <Text>{`${timeAt(Date.parse(startsAt))}—${timeAt(Date.parse(endsAt))}`}</Text>
        </View>
        <View className={styles.title}>
          <Text>{title}</Text>
        </View>
        <View className={styles.detail}>
          {demo && <Tag tone="unknown">演示</Tag>}
          <Text>{`${registrationStatusLabels[status]} · ${place}`}</Text>
        </View>
        {today && (
          <View className={styles.today}>
            <Icon name="bell" size="small" />
            <Text>{today}</Text>
          </View>
        )}
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}
