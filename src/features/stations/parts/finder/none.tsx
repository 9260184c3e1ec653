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
      <StateLine state="unknown" word={from ? '附近没有确定开放的驿站' : '这里没有确定开放的驿站'} large />
      <View className={styles.words}>未公布时间的也可能开放，出发前建议打 {unionHotline.number} 确认。</View>
      <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
        <Text>打 {unionHotline.number} 咨询</Text>
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
        title={`${start.title}没有符合条件的驿站`}
        explanation={
          wishes.openOnArrival
            ? '“开放中”只包含确定开放的，不含未公布时间的。'
            : '未列出的设施也可能有，只是来源未说明。'
        }
        ways={[
          { text: '清空筛选', onPress: () => onWish({ ...noWishes, sort: wishes.sort }) },
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
        ways={[
          { text: '更换地点', url: stationPlaceUrl() },
          { text: `打 ${unionHotline.number} 咨询`, onPress: () => openDialler(unionHotline.dial) },
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
    <Section heading="附近区县">
      {places.map((place) => (
        <Pressable key={place.adcode} className={styles.beside} onPress={() => choose(finderPlaceOf(place))}>
          <Text>{place.title}</Text>
          <Text className={styles.count}>{place.count} 个</Text>
        </Pressable>
      ))}
    </Section>
  );
}
