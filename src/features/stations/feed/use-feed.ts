import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { onReconnect } from '@/platform/network';
import { refreshHolidays } from '../model';
import type { StartPoint } from '../start-point';
import { areaOf, refreshStations } from './refresh';

/** Keeps the stations of where the reader looks as the service has them. No page waits for it. */
export function useStationFeed(start: Pick<StartPoint, 'adcode' | 'from'>): void {
  const area = areaOf(start);
  useEffect(() => {
    void refreshStations(area);
    return onReconnect(() => {
      refreshHolidays(true);
      void refreshStations(area, { now: true });
    });
  }, [area]);
  useDidShow(() => {
    refreshHolidays();
    void refreshStations(area);
  });
}
