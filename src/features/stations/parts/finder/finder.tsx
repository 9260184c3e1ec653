import { Text, View } from '@tarojs/components';
import { Figures } from '@/ui/figures';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { PlainButton } from '@/ui/button';
import { stationPlaceUrl } from '../..';
import { publishedCounts, stationsNow } from '../../model';
import { useStandings } from '../../standings';
import { LIST_ID, type useFinder } from '../../use-finder';
import { BestCard } from './best-card';
import { StationFilters } from './filters';
import { ListOrMap } from './list-or-map';
import { LocatedNote } from './located-note';
import { NoneFound, NoneOpen } from './none';
import { PlaceBar } from './place-bar';
import { StationListRow } from './station-row';
import styles from './finder.module.scss';

/** From here on a list by distance may be wrong about what is nearest, and says so. */
const ROUGH_METRES = 300;

/** The finder: the place that is open when one gets there first, then all of them. */
export function Finder(finder: ReturnType<typeof useFinder>) {
  const { now, place, start, located, travel, wishes, wish, finding, page } = finder;
  const measured = finding.measured;
  const open = page === 0 ? finding.best : null;
  const rough = located !== null && located !== 'asking' && located.kind === 'found' && located.about >= ROUGH_METRES;
  const byDistance = measured && wishes.sort === 'distance';
  const order = byDistance
    ? `由近到远${rough ? '，位置是大概的' : ''}`
    : `${finding.insteadOfNear === null ? '' : '近的区县在前，'}核实过的、写得清楚的在前`;
  const drawnRows = [...(open ? [open] : []), ...finding.rows, ...(finding.unplaced?.rows ?? [])];
  const standings = useStandings(drawnRows.map(({ id }) => id));
  return (
    <>
      {place === null ? (
        <ChoosePlace onNear={finder.askPhone} />
      ) : (
        <PlaceBar
          title={start.title}
          measured={measured}
          travel={travel}
          onTravel={finder.go}
          onNear={place.type === 'near' && start.from ? finder.askPhone : undefined}
        />
      )}
      {place?.type === 'near' && located !== null && <LocatedNote located={located} onNear={finder.askPhone} />}
      {finding.insteadOfNear !== null && (
        <View className={styles.remark}>
          驿站都还没有坐标，没法算远近。你在{finding.insteadOfNear}一带，从离得近的区县列起。
        </View>
      )}
      <StationFilters wishes={wishes} onWish={wish} total={finding.total} measured={measured} />
      {open && !measured && !wishes.openOnArrival && (
        <Pressable className={styles.open} onPress={() => wish({ openOnArrival: true })}>
          <Text>
            {start.title}确定开着的有 {finding.open} 个{finding.open > 1 ? '，只看这些' : ''}
          </Text>
          <Icon name="chevron-right" size="small" />
        </Pressable>
      )}
      {open && <BestCard row={open} travel={travel} now={now} standing={standings.get(open.id)} />}
      {page === 0 && !open && finding.total > 0 && <NoneOpen from={start.from !== null} />}
      {finding.total === 0 && <NoneFound start={start} wishes={wishes} onWish={wish} />}
      {drawnRows.some(({ demo }) => demo) && (
        <View className={styles.remark}>标着“演示”的是编出来给人试用的，去了也没有。</View>
      )}
      {finding.total > 0 && (
        <ListOrMap finder={finder}>
          <View id={LIST_ID} className={styles.head}>
            <Text>{order}</Text>
            <Text>{finding.total} 个</Text>
          </View>
          {finding.rows
            // The answer above is not said twice.
            .filter((row) => row.id !== open?.id)
            // By place and not by station: another answer fills the rows there are, which WeChat draws in half the time.
            .map((row, at) => (
              <StationListRow key={at} row={row} travel={travel} now={now} standing={standings.get(row.id)} />
            ))}
          <Pager page={page} pages={finding.pages} onTurn={finder.turnTo} />
        </ListOrMap>
      )}
      {finding.unplaced && page + 1 === finding.pages && (
        <Section heading={`${finding.unplaced.title}还没有坐标的`} note={`${finding.unplaced.total} 个`}>
          {finding.unplaced.rows.map((row) => (
            <StationListRow key={row.id} row={row} travel={travel} now={now} standing={standings.get(row.id)} />
          ))}
          <Row url={stationPlaceUrl()} title="看别的区县" />
        </Section>
      )}
      <PublishedCounts adcode={start.adcode} />
    </>
  );
}

/** How many there are said to be: more than anybody lists. */
function PublishedCounts({ adcode }: { adcode: string | null }) {
  const counts = publishedCounts(adcode);
  if (counts.length === 0) return null;
  return (
    <Section heading={`${stationsNow().districtTitle(adcode) ?? '全市'}建了多少`} note="公开数字">
      <View className={styles.remark}>这里只列有公开出处的地点，比实际建成的少得多。没列出来不等于没有。</View>
      <Figures figures={counts.map(({ figure }) => ({ ...figure, label: `${figure.label}（${figure.asOf}）` }))} />
    </Section>
  );
}

/** The first question, with two equal answers: the phone says where, or the reader does. */
function ChoosePlace({ onNear }: { onNear: () => void }) {
  return (
    <View className={styles.ways}>
      <Pressable className={styles.way} onPress={onNear}>
        <View className={styles.name}>
          <Icon name="locate-fixed" />
          <Text>用我的位置</Text>
        </View>
        <Text className={styles.promise}>只在手机上算</Text>
      </Pressable>
      <Pressable className={styles.way} url={stationPlaceUrl()}>
        <View className={styles.name}>
          <Icon name="map-pin" />
          <Text>自己选地方</Text>
        </View>
        <Text className={styles.promise}>区县、街道、地标</Text>
      </Pressable>
    </View>
  );
}

/** Turns the list's pages: one page is on the phone at a time, however many there are. */
function Pager({ page, pages, onTurn }: { page: number; pages: number; onTurn: (page: number) => void }) {
  if (pages < 2) return null;
  return (
    <View className={styles.pager} ariaRole="navigation" ariaLabel="翻页">
      {page > 0 && (
        <PlainButton icon="chevron-left" onPress={() => onTurn(page - 1)}>
          <Text>前面的</Text>
        </PlainButton>
      )}
      <Text className={styles.counter}>
        第 {page + 1} 页，共 {pages} 页
      </Text>
      {page + 1 < pages && (
        <PlainButton icon="chevron-right" onPress={() => onTurn(page + 1)}>
          <Text>后面的</Text>
        </PlainButton>
      )}
    </View>
  );
}
