import { Text, View } from '@tarojs/components';
import { type Day, daysBetween, sayDate, timeAt } from '@yugong/domain/calendar';
import type { ReactNode } from 'react';
import { stationUrl } from '@/features/stations';
import type { MyDate } from '@/platform/my-dates';
import type { NearStation } from '@/platform/storage';
import { Icon, type IconName } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Sign, type Tone } from '@/ui/sign';
import { DAYS_AHEAD } from '../joinable';
import styles from './concerns.module.scss';

/** What the reader's own phone knows and that is near: a day that was saved, a station that is open now. */
export function Concerns({
  today,
  deadline,
  station,
}: {
  today: Day;
  deadline: MyDate | null;
  station: NearStation | null;
}) {
  return (
    <>
      {deadline && <Deadline today={today} deadline={deadline} />}
      {station && (
        <Concern
          tone="stations"
          icon="map-pin"
          url={stationUrl(station.id)}
          answer={station.openUntil === null ? '24 小时开放' : `开放中，${timeAt(station.openUntil)} 关门`}
          about={sayStation(station)}
        />
      )}
    </>
  );
}

const sayStation = ({ title, place, minutes, travel }: NearStation): string =>
  minutes === null
    ? `${title}（${place}）`
    : `${title}，从${place}${travel === 'walk' ? '步行' : '骑车'}约 ${minutes} 分钟`;

/** The days that are left as a line that grows shorter: home shows no day that is further off than its whole length. */
function Deadline({ today, deadline: { day, title, url } }: { today: Day; deadline: MyDate }) {
  const left = daysBetween(today, day);
  return (
    <Concern
      tone="legal-aid"
      icon="calendar-days"
      url={url ?? '/pages/calendar/index'}
      answer={left === 0 ? '今天到期' : `还剩 ${left} 天`}
      about={`${sayDate(day, today)}，${title}`}
    >
      <View className={styles.track} aria-hidden>
        <View className={styles.left} style={{ width: `${Math.round((100 * left) / DAYS_AHEAD)}%` }} />
      </View>
    </Concern>
  );
}

/** The answer large, then what it is about, in the service's colour. */
function Concern({
  tone,
  icon,
  url,
  answer,
  about,
  children,
}: {
  tone: Tone;
  icon: IconName;
  url: string;
  answer: string;
  about: string;
  children?: ReactNode;
}) {
  return (
    <Pressable className={`${styles.concern} tone-${tone}`} url={url}>
      <Sign tone={tone} icon={icon} />
      <View className={styles.words}>
        <Text className={styles.answer}>{answer}</Text>
        <View className={styles.about}>{about}</View>
        {children}
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}
