import { useMemo, useState } from 'react';
import { View } from '@tarojs/components';
import { Segments } from '@/ui/segments';
import { useStations } from '../../../model';
import { StationMap } from './station-map';
import type { ListOrMapProps } from './types';
import styles from './style.module.scss';

/** The list, or WeChat's map: of the same stations where any has a position, and of the districts' counts. */
export function ListOrMap({ finder, children }: ListOrMapProps) {
  const [shown, setShown] = useState<'list' | 'map'>('list');
  const { finding, start, travel, now } = finder;
  const stations = useStations((state) => state.stations);
  // One district without a position has nothing to show on a map.
  const hasMap = finding.placed > 0 || start.adcode === null;
  const mapped = shown === 'map' && hasMap;
  // Worked out for the map alone, and again only for other stations: half a minute later they are where they were.
  const onMap = useMemo(
    () => (mapped ? { positions: finding.positions(), counts: finding.districtCounts() } : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [mapped, start, finding.key, stations],
  );
  if (!hasMap) return <>{children}</>;
  return (
    <>
      <View className={styles.switch}>
        <Segments
          label="查看方式"
          options={[
            { value: 'list', text: '列表', icon: 'list' },
            { value: 'map', text: '地图', icon: 'map' },
          ]}
          value={shown}
          onChange={setShown}
        />
      </View>
      {onMap ? (
        <StationMap
          positions={onMap.positions}
          counts={onMap.counts}
          from={start.from}
          travel={travel}
          now={now}
          startAbout={start.about}
          onDistrict={(adcode) => {
            setShown('list');
            finder.choose({ type: 'district', adcode });
          }}
        />
      ) : (
        children
      )}
    </>
  );
}
