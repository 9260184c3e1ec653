import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useAppearance } from '@/platform/appearance';
import { useToday } from '@/platform/clock';
import { digest } from '../digest';
import { AMOUNTS, newsOf, nextEvents } from './model';

/** Home on today's date; pulling down looks at the date again. */
export function useHome() {
  const { today, refresh } = useToday();
  const amount = AMOUNTS[useAppearance((state) => state.elder) ? 'elder' : 'plain'];
  usePullDownRefresh(() => {
    refresh();
    Taro.stopPullDownRefresh();
  });
  return {
    today,
    news: newsOf(digest, today, amount.news),
    events: nextEvents(digest, today, amount.events),
    cases: digest.cases.slice(0, amount.cases),
    caseCounts: digest.caseCounts,
  };
}
