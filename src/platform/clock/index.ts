/** What day and time it is, kept right while the app stays open. */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { dayAt, type Day } from '@yugong/domain/calendar';

/** Today in Chongqing; looked at again whenever the page is shown. Call `refresh` to look now. */
export function useToday(): { today: Day; refresh: () => void } {
  const [today, setToday] = useState(() => dayAt(Date.now()));
  const refresh = () => setToday(dayAt(Date.now()));
  useDidShow(refresh);
  return { today, refresh };
}

const TICK_MS = 30_000;

/**
 * The time, in milliseconds since the epoch, looked at again every half minute and whenever the page is shown:
 * 「开着」 must not outlive closing time.
 */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useDidShow(() => setNow(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
