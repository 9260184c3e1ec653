import { Map as WeChatMap, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { dayAt } from '@yugong/domain/calendar';
import { boxAround, gcj02, metresBetween, type Gcj02, type TravelMode } from '@yugong/domain/geo';
import { rowAt } from '@yugong/domain/station';
import { log } from '@/platform/log';
import { MainButton } from '@/ui/button';
import { Failed } from '@/ui/states';
import { stationsNow, useStations } from '../../../model';
import { openRoute } from '../../../navigate';
import { StationListRow } from '../station-row';
import { HERE_ID, hereMarker, markersIn } from './markers';
import styles from './style.module.scss';

const ID = 'station-map';
/** Some streets around the reader. */
const SCALE = 14;
/** As many as decide what the map begins with. */
const NEAREST = 10;

/** WeChat's map of the stations: those in sight are put on it, clustered by it; a tapped one is shown under it. */
export function StationMap({
  positions,
  from,
  travel,
  now,
}: {
  /** In the list's order. */
  positions: readonly { id: string; at: Gcj02 }[];
  from: Gcj02 | null;
  travel: TravelMode;
  now: number;
}) {
  const map = useRef<Taro.MapContext | null>(null);
  const stations = useStations((state) => state.stations);
  const [tapped, setTapped] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const middle = from ?? positions[0]?.at;

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
        const markers = [...markersIn(positions, box, centre, now), ...(from ? [hereMarker(from)] : [])];
        void context.addMarkers({ markers, clear: true, fail: ({ errMsg }) => log('map', errMsg) });
      },
      fail: ({ errMsg }) => log('map', errMsg),
    });
  };

  useEffect(() => {
    const context = Taro.createMapContext(ID);
    map.current = context;
    void context.initMarkerCluster({ enableDefaultStyle: true, zoomOnClick: true });
    const box = boxAround([...(from ? [from] : []), ...positions.slice(0, NEAREST).map(({ at }) => at)]);
    if (!box) return;
    // The end of the move draws the markers.
    void context.includePoints({
      points: [
        { longitude: box.west, latitude: box.south },
        { longitude: box.east, latitude: box.north },
      ],
      padding: [40, 40, 40, 40],
      fail: ({ errMsg }) => log('map', errMsg),
    });
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
          if (marker !== HERE_ID) setTapped(stationsNow().cells.id(marker));
        }}
        onRegionChange={(event) => {
          if (event.type === 'end') draw();
        }}
        onError={() => setFailed(true)}
      />
      {tapped === null || place < 0 ? (
        <View className={styles.hint}>点驿站查看详情。绿色开放中，灰色未开放，黄色开放时间不详。</View>
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
          />
          <MainButton icon="navigation" onPress={() => void openRoute(tapped)}>
            <Text>导航</Text>
          </MainButton>
        </View>
      )}
    </View>
  );
}
