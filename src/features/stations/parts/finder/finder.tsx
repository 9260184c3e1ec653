import { Text, View } from '@tarojs/components';
import { districtPlaces, isRough } from '@yugong/domain/station';
import { Figures } from '@/ui/figures';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { PlainButton } from '@/ui/button';
import { stationPlaceUrl } from '../..';
import { publishedCounts, stationsNow } from '../../model';
import { sayReach, travelWords } from '../../say';
import type { StartPoint } from '../../start-point';
import { useStandings } from '../../standings';
import { LIST_ID, type useFinder } from '../../use-finder';
import { BOARD_NOTE, DistrictBoard } from '../place/district-board';
import { BestCard } from './best-card';
import { StationFilters } from './filters';
import { ListOrMap } from './list-or-map';
import { LocatedNote } from './located-note';
import { MapSearches } from './map-searches';
import { NoneFound, NoneNear, NoneOpen } from './none';
import { PlaceBar } from './place-bar';
import { StationListRow } from './station-row';
import styles from './finder.module.scss';

/** The finder: the place that is open when one gets there first, then all of them. */
export function StationFinder(finder: ReturnType<typeof useFinder>) {
  const { now, place, start, located, travel, wishes, wish, finding, page } = finder;
  const measured = finding.measured;
  const open = page === 0 ? finding.best : null;
  const byDistance = measured && wishes.sort === 'distance';
  const order = byDistance
    ? isRough(start.about)
      ? '按大致位置由近到远，前后可能有出入'
      : '由近到远'
    : `${finding.byDistricts ? '区县由近到远，' : ''}已核实、信息完整的优先`;
  const drawnRows = [...(open ? [open] : []), ...finding.rows, ...(finding.unplaced?.rows ?? [])];
  const standings = useStandings(drawnRows.map(({ id }) => id));
  const noneNear = page === 0 && start.from !== null && finding.near === 0;
  // Stations of the same district come before those far away, and real ones before a list of invented ones.
  const onlyDemo = page === 0 && finding.rows.every(({ demo }) => demo);
  const unplacedFirst = noneNear || (onlyDemo && finding.unplaced?.rows.some(({ demo }) => !demo) === true);
  // 「没有确定开放的」 is said of what was asked about: a distance, or an area by its name.
  const area =
    start.from !== null
      ? `${travelWords[travel]} ${sayReach(finding.reach)}内`
      : start.adcode !== null
        ? start.title
        : null;
  const unplaced = finding.unplaced && (
    <Section heading={`${finding.unplaced.title}暂无精确位置的驿站`} note={`${finding.unplaced.total} 个`}>
      {finding.unplaced.rows.map((row) => (
        <StationListRow
          key={row.id}
          row={row}
          travel={travel}
          now={now}
          startAbout={start.about}
          standing={standings.get(row.id)}
        />
      ))}
      <Row url={stationPlaceUrl()} title="查看其他区县" />
    </Section>
  );
  return (
    <>
      {place === null ? (
        <>
          <ChoosePlace onNear={finder.askPhone} />
          <Section heading="按区县看" note={BOARD_NOTE}>
            <DistrictBoard
              districts={districtPlaces(stationsNow())}
              chosen={null}
              onPick={({ adcode }) => adcode !== null && finder.choose({ type: 'district', adcode })}
            />
          </Section>
        </>
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
      {start.from !== null && (
        <View className={styles.remark}>
          {sayStart(start)}“附近”指{travelWords[travel]} {sayReach(finding.reach)}内，可在筛选里改。
        </View>
      )}
      <StationFilters wishes={wishes} onWish={wish} total={finding.total} measured={measured} />
      {open && start.from === null && !wishes.openOnArrival && (
        <Pressable className={styles.open} onPress={() => wish({ openOnArrival: true })}>
          <Text>
            {start.title} {finding.open} 个开放中{finding.open > 1 ? ' · 只看开放中' : ''}
          </Text>
          <Icon name="chevron-right" size="small" />
        </Pressable>
      )}
      {noneNear && <NoneNear start={start} finding={finding} wishes={wishes} travel={travel} />}
      {open && (
        <BestCard row={open} travel={travel} now={now} startAbout={start.about} standing={standings.get(open.id)} />
      )}
      {page === 0 && !open && !noneNear && finding.total > 0 && area !== null && <NoneOpen where={area} />}
      {finding.total === 0 && <NoneFound start={start} wishes={wishes} onWish={wish} />}
      {unplacedFirst && unplaced}
      {page === 0 && place !== null && (noneNear || !open) && <MapSearches start={start} />}
      {drawnRows.some(({ demo }) => demo) && (
        <View className={styles.remark}>带“演示”的是测试数据，不是真实站点。</View>
      )}
      {finding.total > 0 && (
        <ListOrMap finder={finder}>
          <View id={LIST_ID} className={styles.head}>
            <Text>{order}</Text>
            <Text>{`${finding.near > 0 ? `附近 ${finding.near} 个，共 ` : ''}${finding.total} 个`}</Text>
          </View>
          {finding.rows
            // The answer above is not said twice.
            .filter((row) => row.id !== open?.id)
            // By place and not by station: another answer fills the rows there are, which WeChat draws in half the time.
            .map((row, at) => (
              <StationListRow
                key={at}
                row={row}
                travel={travel}
                now={now}
                startAbout={start.about}
                standing={standings.get(row.id)}
              />
            ))}
          <Pager page={page} pages={finding.pages} onTurn={finder.turnTo} />
        </ListOrMap>
      )}
      {!unplacedFirst && page + 1 === finding.pages && unplaced}
      <PublishedCounts adcode={start.adcode} />
    </>
  );
}

/** What is known of where one starts: a centre's radius, and a district that is only guessed, are said. */
function sayStart({ title, about, district }: StartPoint): string {
  if (district?.probable) return `大概在${district.title}。`;
  const where = district ? `${title}在${district.title}` : '';
  const off = about > 0 ? `按中心点算距离，误差 ${sayReach(about)}左右` : '';
  const said = [where, off].filter(Boolean).join('，');
  return said && `${said}。`;
}

/** How many there are said to be: more than anybody lists. */
function PublishedCounts({ adcode }: { adcode: string | null }) {
  const counts = publishedCounts(adcode);
  if (counts.length === 0) return null;
  return (
    <Section heading={`${stationsNow().districtTitle(adcode) ?? '全市'}驿站数量`} note="公开数字">
      <View className={styles.remark}>这里只列有公开出处的驿站，实际建成的更多。</View>
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
          <Text>使用我的位置</Text>
        </View>
        <Text className={styles.promise}>位置不会上传</Text>
      </Pressable>
      <Pressable className={styles.way} url={stationPlaceUrl()}>
        <View className={styles.name}>
          <Icon name="map-pin" />
          <Text>手动选择</Text>
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
          <Text>上一页</Text>
        </PlainButton>
      )}
      <Text className={styles.counter}>
        第 {page + 1} 页，共 {pages} 页
      </Text>
      {page + 1 < pages && (
        <PlainButton icon="chevron-right" onPress={() => onTurn(page + 1)}>
          <Text>下一页</Text>
        </PlainButton>
      )}
    </View>
  );
}
