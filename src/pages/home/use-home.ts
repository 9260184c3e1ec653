import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useToday } from '@/platform/clock';
import { digest } from '../digest';
import { newsOf, nextEvents } from './model';

/** Home on today's date; pulling down looks at the date again. */
export function useHome() {
  const { today, refresh } = useToday();
  usePullDownRefresh(() => {
    refresh();
    Taro.stopPullDownRefresh();
  });
  return {
    today,
    news: newsOf(digest, today),
    events: nextEvents(digest, today),
    cases: digest.cases,
    caseCounts: digest.caseCounts,
  };
}
