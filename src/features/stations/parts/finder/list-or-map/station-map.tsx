import { Map as WeChatMap, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { dayAt } from '@yugong/domain/calendar';
import { boxAround, gcj02, metresBetween, type Degrees, type Gcj02, type TravelMode } from '@yugong/domain/geo';
import { rowAt } from '@yugong/domain/station';
import { log } from '@/platform/log';
import { MainButton } from '@/ui/button';
import { Failed } from '@/ui/states';
import { stationsNow, useStations } from '../../../model';
import { openRoute } from '../../../navigate';
import { StationListRow } from '../station-row';
import { districtMarkersIn, districtOfMarker, HERE_ID, hereMarker, isFar, markersIn } from './markers';
import styles from './style.module.scss';

const ID = 'station-map';
/** Some streets around the reader. */
const SCALE = 14;
/** As many as decide what the map begins with. */
const NEAREST = 10;

/**
 * WeChat's map of the stations: those in sight are put on it, clustered by it; a tapped one is shown under it. Until one
 * zooms in, each district has one marker with its count instead.
 */
export function StationMap({
  positions,
  counts,
  from,
  travel,
  now,
  startAbout,
  onDistrict,
}: {
  /** In the list's order. */
  positions: readonly { id: string; at: Gcj02 }[];
  /** How many stations each district has, by adcode. */
  counts: ReadonlyMap<string, number>;
  from: Gcj02 | null;
  travel: TravelMode;
  now: number;
  /** How far off in metres `from` may be. */
  startAbout: number;
  /** A district was tapped whose stations have no position to zoom in on. */
  onDistrict: (adcode: string) => void;
}) {
  const map = useRef<Taro.MapContext | null>(null);
  const stations = useStations((state) => state.stations);
  const [tapped, setTapped] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [far, setFar] = useState(false);
  const seats = stations.districts.flatMap(({ adcode, centre }) => (centre && counts.has(adcode) ? [centre] : []));
  const middle = from ?? positions[0]?.at ?? seats[0];

  const draw = () => {
    const context = map.current;
    if (!context) return;
    void context.getRegion({
      success: ({ southwest, northeast }) => {
        const box = {
          west: southwest.longitude,
          south: southwest.latitude,
          east: northeast.longitude,
          north: northeast.latitude,
        };
        const centre = gcj02((box.west + box.east) / 2, (box.south + box.north) / 2);
        const isWide = isFar(box);
        setFar(isWide);
        const shown = isWide ? districtMarkersIn(counts, box) : markersIn(positions, box, centre, now);
        const markers = [...shown, ...(from ? [hereMarker(from)] : [])];
        void context.addMarkers({ markers, clear: true, fail: ({ errMsg }) => log('map', errMsg) });
      },
      fail: ({ errMsg }) => log('map', errMsg),
    });
  };

  /** Shows all these points; the end of the move draws the markers. */
  const zoomTo = (points: readonly Degrees[]) => {
    const box = boxAround(points);
    if (!box || !map.current) return;
    void map.current.includePoints({
      points: [
        { longitude: box.west, latitude: box.south },
        { longitude: box.east, latitude: box.north },
      ],
      padding: [40, 40, 40, 40],
      fail: ({ errMsg }) => log('map', errMsg),
    });
  };

  const tapDistrict = (adcode: string) => {
    const inside = positions.filter(({ id }) => stations.cells.adcode(stations.indexOf(id)) === adcode);
    if (inside.length > 0) zoomTo(inside.map(({ at }) => at));
    else onDistrict(adcode);
  };

  useEffect(() => {
    const context = Taro.createMapContext(ID);
    map.current = context;
    void context.initMarkerCluster({ enableDefaultStyle: true, zoomOnClick: true });
    const nearest = positions.slice(0, NEAREST).map(({ at }) => at);
    zoomTo([...(from ? [from] : []), ...(nearest.length > 0 ? nearest : seats)]);
    draw();
    // Anew for other stations; the clock alone doesn't move the map.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [positions, from]);

  if (!middle) return null;
  if (failed) return <Failed what="地图" kept="列表不受影响。" onRetry={() => setFailed(false)} />;
  const place = tapped === null ? -1 : stations.indexOf(tapped);
  const at = place < 0 ? null : stations.cells.position(place);
  return (
    <View className={styles.map}>
      <WeChatMap
        id={ID}
        className={styles.canvas}
        longitude={middle.lng}
        latitude={middle.lat}
        scale={SCALE}
        onMarkerTap={({ detail }) => {
          const marker = Number(detail.markerId);
          const district = districtOfMarker(marker);
          if (district !== null) tapDistrict(district);
          else if (marker !== HERE_ID) setTapped(stationsNow().cells.id(marker));
        }}
        onRegionChange={(event) => {
          if (event.type === 'end') draw();
        }}
        onError={() => setFailed(true)}
      />
      {tapped === null || place < 0 ? (
        <View className={styles.hint}>
          {far
            ? '数字是这个区县的驿站个数，点区县查看；放大后显示每个驿站。'
            : '点驿站查看详情。绿色开放中，灰色未开放，黄色开放时间不详。'}
        </View>
      ) : (
        <View>
          <StationListRow
            row={rowAt(stations, place, from && at ? metresBetween(from, at) : null, {
              travel,
              now,
              today: dayAt(now),
            })}
            travel={travel}
            now={now}
            startAbout={startAbout}
          />
          <MainButton icon="navigation" onPress={() => void openRoute(tapped)}>
            <Text>导航</Text>
          </MainButton>
        </View>
      )}
    </View>
  );
}
