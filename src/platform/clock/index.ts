/** What day it is, kept right while the app stays open past midnight. */
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { dayAt, type Day } from '../../domain/calendar';

/** Today in Chongqing; looked at again whenever the page is shown. Call `refresh` to look now. */
export function useToday(): { today: Day; refresh: () => void } {
  const [today, setToday] = useState(() => dayAt(Date.now()));
  const refresh = () => setToday(dayAt(Date.now()));
  useDidShow(refresh);
  return { today, refresh };
}
