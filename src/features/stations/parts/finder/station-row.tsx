import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { facilityLabels, kindLabels, minutesToSay, type StationRow } from '@yugong/domain/station';
import { Pressable } from '@/ui/pressable';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { stationUrl } from '../..';
import { sayAnyone, sayArrival, sayWayTime, sayRoughly, sayVerification, sayWay, sayWhere } from '../../say';
import { StandingLine } from './standing-line';
import styles from './station-row.module.scss';

/** More than these a line can't hold; the page has them all. */
const MAX_FACILITIES_SHOWN = 4;

/** A station in the list: can it be used on arriving, how far it is, then what it is and has. */
export function StationListRow({
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
  /** What people have said of it lately, where that is known. */
  standing?: StandingOnWire | undefined;
}) {
  const about = row.way?.about ?? null;
  const minutes = minutesToSay(row.way, travel);
  const { state, word, detail } = sayArrival(row, minutes, now);
  const takes = row.way && sayWayTime(row.way, travel, startAbout);
  const anyone = sayAnyone(row);
  const has = row.facilities.slice(0, MAX_FACILITIES_SHOWN).map((facility) => facilityLabels[facility]);
  const more = row.facilities.length > MAX_FACILITIES_SHOWN ? ` 等 ${row.facilities.length} 项` : '';
  return (
    <Pressable className={styles.row} url={stationUrl(row.id)}>
      <View className={styles.words}>
        <StateLine state={state} word={word} detail={detail} />
        {standing && <StandingLine standing={standing} now={now} />}
        <View className={styles.title}>
          {row.demo && <Tag tone="unknown">演示</Tag>}
          {row.title}
        </View>
        <View className={styles.detail}>{[kindLabels[row.kind].label, sayWhere(row)].filter(Boolean).join(' · ')}</View>
        {about !== null && row.street && <View className={styles.detail}>{sayRoughly(row.street, about)}</View>}
        {state === 'unknown' && row.verification.state !== 'unverified' && (
          <View className={styles.detail}>{sayVerification(row.verification).text}</View>
        )}
        {(anyone !== null || has.length > 0) && (
          <View className={styles.detail}>
            {[...(anyone === null ? [] : [anyone]), ...has].join(' · ')}
            {more}
          </View>
        )}
      </View>
      {row.way && (
        <View className={styles.way}>
          {takes !== null && <Text className={styles.minutes}>{takes}</Text>}
          <Text className={styles.metres}>{sayWay(row.way, startAbout)}</Text>
        </View>
      )}
    </Pressable>
  );
}
