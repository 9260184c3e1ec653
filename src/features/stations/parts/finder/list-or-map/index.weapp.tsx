import { useMemo, useState } from 'react';
import { View } from '@tarojs/components';
import { Segments } from '@/ui/segments';
import { useStations } from '../../../model';
import { StationMap } from './station-map';
import type { ListOrMapProps } from './types';
import styles from './style.module.scss';

/** The list, or WeChat's map of the same stations where any has a position. */
export function ListOrMap({ finder, children }: ListOrMapProps) {
  const [shown, setShown] = useState<'list' | 'map'>('list');
  const { finding, start, travel, now } = finder;
  const stations = useStations((state) => state.stations);
  const mapped = shown === 'map' && finding.placed > 0;
  // Worked out for the map alone, and again only for other stations: half a minute later they are where they were.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const positions = useMemo(() => (mapped ? finding.positions() : []), [mapped, start, finding.key, stations]);
  if (finding.placed === 0) return <>{children}</>;
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
      {mapped ? <StationMap positions={positions} from={start.from} travel={travel} now={now} /> : children}
    </>
  );
}
