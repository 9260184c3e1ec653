import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { facilityVocabulary, minutesToSay, type StationRow } from '@yugong/domain/station';
import { canSearchMaps } from '@/platform/open-map';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { stationUrl } from '../..';
import { WeekHours } from '@/ui/week-hours';
import { useStations } from '../../model';
import { openRoute } from '../../navigate';
import { hoursToday, minuteOfDay } from '../../station';
import { sayAnyone, sayArrival, sayWayTime, sayRoughly, sayWay, sayWhere, travelWords } from '../../say';
import { StandingLine } from './standing-line';
import styles from './best-card.module.scss';

const MAX_FACILITIES_SHOWN = 6;

/** The answer: the nearest within reach, or of the district chosen, that is known to be open, and the way there. */
export function BestCard({
  row,
  travel,
  now,
  startAbout,
  standing,
}: {
  row: StationRow;
  travel: TravelMode;
  now: number;
  /** How far off in metres the place may be that the way is measured from. */
  startAbout: number;
  standing: StandingOnWire | undefined;
}) {
  const about = row.way?.about ?? null;
  const minutes = minutesToSay(row.way, travel);
  const { state, word, detail } = sayArrival(row, minutes, now);
  const takes = row.way && sayWayTime(row.way, travel, startAbout);
  const stations = useStations((held) => held.stations);
  // Hours of last year are no strip to plan by.
  const today = row.hoursAreCurrent ? hoursToday(stations, row.id, now) : null;
  return (
    <View className={styles.card}>
      <StateLine state={state} word={word} detail={detail} large />
      {standing && <StandingLine standing={standing} now={now} />}
      <Pressable className={styles.about} url={stationUrl(row.id)}>
        <View className={styles.words}>
          <View className={styles.title}>
            {row.demo && <Tag tone="unknown">演示</Tag>}
            {row.title}
          </View>
          <View className={styles.where}>{[sayWhere(row), sayAnyone(row)].filter(Boolean).join(' · ')}</View>
          {about !== null && row.street && <View className={styles.where}>{sayRoughly(row.street, about)}</View>}
        </View>
        {row.way ? (
          <View className={styles.way}>
            {takes !== null && (
              <>
                <Text className={styles.by}>{travelWords[travel]}约</Text>
                <Text className={styles.minutes}>{takes.replace(' 分钟', '')}</Text>
                {takes.endsWith(' 分钟') && <Text className={styles.by}>分钟</Text>}
              </>
            )}
            <Text className={styles.by}>{sayWay(row.way, startAbout)}</Text>
          </View>
        ) : (
          <Icon name="chevron-right" size="small" />
        )}
      </Pressable>
      {today && <WeekHours days={[today]} now={minuteOfDay(now)} />}
      {row.facilities.length > 0 && (
        <View className={styles.facilities}>
          {row.facilities.slice(0, MAX_FACILITIES_SHOWN).map((facility) => (
            <View key={facility} className={styles.facility}>
              <Icon name={facilityVocabulary[facility].icon} size="small" />
              <Text>{facilityVocabulary[facility].label}</Text>
            </View>
          ))}
        </View>
      )}
      {row.way && (
        <MainButton icon="navigation" onPress={() => void openRoute(row.id)}>
          <Text>{about === null ? '导航' : canSearchMaps ? '在地图里搜索' : '复制地址'}</Text>
        </MainButton>
      )}
    </View>
  );
}
