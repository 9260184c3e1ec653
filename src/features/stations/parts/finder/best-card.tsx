import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { facilityVocabulary, type StationRow } from '@yugong/domain/station';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { stationUrl } from '../..';
import { openRoute } from '../../navigate';
import { minutesOf, sayArrival, sayMetres, sayWhere, travelWords } from '../../say';
import { StandingLine } from './standing-line';
import styles from './best-card.module.scss';

const MAX_FACILITIES_SHOWN = 6;

/** The answer: the nearest place that is known to be open on arriving, and the way there in one tap. */
export function BestCard({
  row,
  travel,
  now,
  standing,
}: {
  row: StationRow;
  travel: TravelMode;
  now: number;
  standing: StandingOnWire | undefined;
}) {
  const minutes = minutesOf(row.way, travel);
  const { state, word, detail } = sayArrival(row, minutes, now);
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
          <View className={styles.where}>{sayWhere(row)}</View>
        </View>
        {row.way && minutes !== null ? (
          <View className={styles.way}>
            <Text className={styles.by}>{travelWords[travel]}约</Text>
            <Text className={styles.minutes}>{minutes}</Text>
            <Text className={styles.by}>分钟</Text>
            <Text className={styles.by}>{sayMetres(row.way.metres)}</Text>
          </View>
        ) : (
          <Icon name="chevron-right" size="small" />
        )}
      </Pressable>
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
          <Text>导航</Text>
        </MainButton>
      )}
    </View>
  );
}
