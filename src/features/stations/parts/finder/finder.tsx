import { Text, View } from '@tarojs/components';
import { Figures } from '@/ui/figures';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { stationPlaceUrl } from '../..';
import { publishedCounts } from '../../model';
import { LIST_ID, type useFinder } from '../../use-finder';
import { BestCard } from './best-card';
import { ChoosePlace } from './choose-place';
import { Filters } from './filters';
import { ListOrMap } from './list-or-map';
import { LocatedNote } from './located-note';
import { NoneFound, NoneOpen } from './none';
import { Pager } from './pager';
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
  const order =
    !measured || wishes.sort === 'honesty' ? '核实过的、写得清楚的在前' : `由近到远${rough ? '，位置是大概的' : ''}`;
  return (
    <>
      {place === null ? (
        <ChoosePlace onNear={finder.askPhone} />
      ) : (
        <PlaceBar title={start.title} measured={measured} travel={travel} onTravel={finder.go} />
      )}
      {place?.type === 'near' && located !== null && <LocatedNote located={located} onNear={finder.askPhone} />}
      {finding.insteadOfNear !== null && (
        <View className={styles.remark}>
          附近的驿站都还没有坐标，没法按远近排。你在{finding.insteadOfNear}一带，先列这个区县的。
        </View>
      )}
      <Filters wishes={wishes} onWish={wish} total={finding.total} measured={measured} />
      {open && <BestCard row={open} travel={travel} now={now} />}
      {page === 0 && !open && finding.total > 0 && <NoneOpen from={start.from !== null} />}
      {finding.total === 0 && <NoneFound title={start.title} wishes={wishes} onWish={wish} />}
      {finding.total > 0 && (
        <ListOrMap finder={finder}>
          <View id={LIST_ID} className={styles.head}>
            <Text>{order}</Text>
            <Text>{finding.total} 个</Text>
          </View>
          {finding.rows
            // The answer above is not said twice.
            .filter((row) => row.id !== open?.id)
            .map((row) => (
              <StationListRow key={row.id} row={row} travel={travel} now={now} />
            ))}
          <Pager page={page} pages={finding.pages} onTurn={finder.turnTo} />
        </ListOrMap>
      )}
      {finding.unplaced && page + 1 === finding.pages && (
        <Section heading={`${finding.unplaced.title}还没有坐标的`} note={`${finding.unplaced.total} 个`}>
          {finding.unplaced.rows.map((row) => (
            <StationListRow key={row.id} row={row} travel={travel} now={now} />
          ))}
          <Row url={stationPlaceUrl()} title="看别的区县" />
        </Section>
      )}
      <PublishedCounts adcode={start.adcode} title={start.title} />
    </>
  );
}

/** How many there are said to be: more than anybody lists. */
function PublishedCounts({ adcode, title }: { adcode: string | null; title: string }) {
  const counts = publishedCounts(adcode);
  if (counts.length === 0) return null;
  return (
    <Section heading={`${title}建了多少`} note="公开数字">
      <View className={styles.remark}>这里只列有公开出处的地点，比实际建成的少得多。没列出来不等于没有。</View>
      <Figures figures={counts.map(({ figure }) => ({ ...figure, label: `${figure.label}（${figure.asOf}）` }))} />
    </Section>
  );
}
