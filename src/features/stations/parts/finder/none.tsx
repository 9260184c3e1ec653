import { Text, View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { StateLine } from '@/ui/state-line';
import { stationPlaceUrl } from '../..';
import { districtsBeside } from '../../model';
import { finderPlaceOf, useStartPoint, type StartPoint } from '../../start-point';
import { unionHotline } from '../../../shared/union-hotline';
import { countOf, noWishes, type StationWishes } from '../../finder';
import styles from './none.module.scss';

/** None is known to be open, which is not the same as all being closed. */
export function NoneOpen({ from }: { from: boolean }) {
  return (
    <View className={styles.card}>
      <StateLine state="unknown" word={from ? '附近没有确定开着的' : '这里没有确定开着的'} large />
      <View className={styles.words}>没公布时间的也可能开着。去之前打 {unionHotline.number} 问一声，省得白跑。</View>
      <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
        <Text>打 {unionHotline.number} 问</Text>
      </PlainButton>
    </View>
  );
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
        title={`${start.title}没有查到符合要求的`}
        explanation={
          wishes.openOnArrival
            ? '“到时开着”只算确定开着的，没公布时间的没有算进来。'
            : '没写有的，也可能有，只是来源没提。'
        }
        ways={[
          { text: '都不要求了', onPress: () => onWish({ ...noWishes, sort: wishes.sort }) },
          { text: '换个地方', url: stationPlaceUrl() },
        ]}
      />
    );
  }
  return (
    <>
      <Empty
        title={`${start.title}还没有查到地点公开的驿站`}
        explanation="不等于没有驿站，只是没有找到可靠的公开名单。"
        ways={[
          { text: '换个地方', url: stationPlaceUrl() },
          { text: `打 ${unionHotline.number} 问`, onPress: () => openDialler(unionHotline.dial) },
        ]}
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
    <Section heading="离得近的区县有">
      {places.map((place) => (
        <Pressable key={place.adcode} className={styles.beside} onPress={() => choose(finderPlaceOf(place))}>
          <Text>{place.title}</Text>
          <Text className={styles.count}>{place.count} 个</Text>
        </Pressable>
      ))}
    </Section>
  );
}
