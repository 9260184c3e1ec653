import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useAppearance } from '@/platform/appearance';
import { useToday } from '@/platform/clock';
import { refreshCollection } from '@/platform/content-feed';
import { bannersOf } from '@/features/shared/notice-banners';
import { useNotices } from '@/platform/notices';
import { useServiceNow } from '@/platform/service-time';
import { load, stored } from '@/platform/storage';
import { homeNews, useDigest } from '../digest';
import { AMOUNTS, newsOf, nextEvents } from './model';

/** Home on today's date; pulling down looks at the date again, and for news. */
export function useHome() {
  const { today, refresh } = useToday();
  const digest = useDigest();
  const amount = AMOUNTS[useAppearance((state) => state.elder) ? 'elder' : 'plain'];
  usePullDownRefresh(() => {
    refresh();
    void refreshCollection(homeNews, { now: true }).then(() => Taro.stopPullDownRefresh());
  });
  return {
    today,
    banners: useBanners(),
    news: newsOf(digest, today, amount.news),
    events: nextEvents(digest, today, amount.events),
    cases: digest.cases.slice(0, amount.cases),
    caseCounts: digest.caseCounts,
  };
}

/** What of the reader's needs an answer or has changed; empty where nothing was ever sent from this phone. */
function useBanners() {
  const clock = useServiceNow();
  const { notices, isNew } = useNotices();
  if (!notices || notices.length === 0) return [];
  return bannersOf({ notices, isNew, tickets: load(stored.tickets), ...clock });
}
