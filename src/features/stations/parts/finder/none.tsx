import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import { Empty } from '@/ui/empty';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { StateLine } from '@/ui/state-line';
import { stationPlaceUrl } from '../..';
import { districtsBeside } from '../../model';
import { finderPlaceOf, useStartPoint, type StartPoint } from '../../start-point';
import { unionHotline } from '../../../shared/hotlines';
import { countOf, noWishes, type FinderResult, type StationWishes } from '../../finder';
import { sayReach, sayWay, travelWords } from '../../say';
import styles from './none.module.scss';

/**
 * None is known to be open, which is not the same as all being closed.
 *
 * @param where the area or the distance that this is said of
 */
export function NoneOpen({ where }: { where: string }) {
  return (
    <View className={styles.card}>
      <StateLine state="unknown" word={`${where}没有确定开放的驿站`} large />
      <View className={styles.words}>未公布时间或消息较旧的也可能开放，出发前建议打 {unionHotline.number} 确认。</View>
    </View>
  );
}

/** None is within reach: said with the reach, and what there is instead comes after it. */
export function NoneNear({
  start,
  finding,
  wishes,
  travel,
}: {
  start: StartPoint;
  finding: FinderResult;
  wishes: StationWishes;
  travel: TravelMode;
}) {
  const reach = `${travelWords[travel]} ${sayReach(finding.reach)}`;
  const what = countOf(wishes) > 0 ? '符合条件的驿站' : '驿站';
  return (
    <View className={styles.card}>
      <StateLine state="unknown" word={`附近没有查到${what}`} large />
      <View className={styles.words}>
        从{start.title}出发，{reach}内没有位置可查的{what}。{sayNearest(start, finding)}
      </View>
    </View>
  );
}

/** The nearest with its distance, or the district that has any: what is known of where to go instead. */
function sayNearest({ district, about }: StartPoint, { measured, unplaced, rows }: FinderResult): string {
  const [first] = rows;
  if (unplaced !== null) return `${unplaced.title}有 ${unplaced.total} 个没有精确位置，列在下面。`;
  if (measured && first?.way) return `最近的是${first.title}，${sayWay(first.way, about)}。`;
  if (!first) return '';
  return first.adcode !== null && first.adcode === district?.adcode
    ? `${district.title}的驿站没有精确位置，列在下面。`
    : `按区县中心算，有驿站的区县里最近的是${first.district ?? '其他区县'}。`;
}

/** Nothing is listed: because of the wishes, or because no source names any. */
export function NoneFound({
  start,
  wishes,
  onWish,
}: {
  start: StartPoint;
  wishes: StationWishes;
  onWish: (change: Partial<StationWishes>) => void;
}) {
  if (countOf(wishes) > 0) {
    return (
      <Empty
        title={`${start.title}没有符合条件的驿站`}
        explanation={
          wishes.openOnArrival
            ? '“开放中”只包含确定开放的，不含未公布时间和一年前的消息。'
            : '未列出的设施也可能有，只是来源未说明。'
        }
        ways={[
          { text: '清空筛选', onPress: () => onWish({ ...noWishes, sort: wishes.sort, reach: wishes.reach }) },
          { text: '更换地点', url: stationPlaceUrl() },
        ]}
      />
    );
  }
  return (
    <>
      <Empty
        title={`${start.title}暂无公开地点的驿站`}
        explanation="可能有驿站，但没有可靠的公开名单。"
        ways={[{ text: '更换地点', url: stationPlaceUrl() }]}
      />
      {start.adcode !== null && <Beside adcode={start.adcode} />}
    </>
  );
}

/** The nearest districts that have any: an empty one is no dead end. */
function Beside({ adcode }: { adcode: string }) {
  const choose = useStartPoint((state) => state.choose);
  const places = districtsBeside(adcode);
  if (places.length === 0) return null;
  return (
    <Section heading="有驿站的区县" note="由近到远">
      {places.map((place) => (
        <Pressable key={place.adcode} className={styles.beside} onPress={() => choose(finderPlaceOf(place))}>
          <Text>{place.title}</Text>
          <Text className={styles.count}>{place.count} 个</Text>
        </Pressable>
      ))}
    </Section>
  );
}
