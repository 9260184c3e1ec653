import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { addDays, type Day } from '@yugong/domain/calendar';
import { useAppearance } from '@/platform/appearance';
import { useToday } from '@/platform/clock';
import { refreshCollection } from '@/platform/content-feed';
import { bannersOf } from '@/features/shared/notice-banners';
import { useMyDates, type MyDate } from '@/platform/my-dates';
import { useNotices } from '@/platform/notices';
import { useServiceNow } from '@/platform/service-time';
import { load, stored, type NearStation } from '@/platform/storage';
import { useAppointments } from '../appointments';
import { homeNews, useDigest } from '../digest';
import { DAYS_AHEAD, joinableOf, useSessions } from './joinable';
import { AMOUNTS, newsOf, nextEvents } from './model';
import { ROWS } from './parts/joinable-section';
import { seasonTips } from './seasons';

/** Home on today's date; pulling down looks at the date again, and for news. */
export function useHome() {
  const { today, refresh } = useToday();
  const { now } = useServiceNow();
  const digest = useDigest();
  const amount = AMOUNTS[useAppearance((state) => state.elder) ? 'elder' : 'plain'];
  const { sessions, state } = useSessions(today);
  const dates = useMyDates((mine) => mine.items);
  const isNear = (day: Day): boolean => day <= addDays(today, DAYS_AHEAD);
  usePullDownRefresh(() => {
    refresh();
    void refreshCollection(homeNews, { now: true }).then(() => Taro.stopPullDownRefresh());
  });
  return {
    today,
    banners: useBanners(),
    appointments: useAppointments()
      .filter(({ day }) => isNear(day))
      .slice(0, amount.appointments),
    deadline: nextDeadline(dates, today, isNear),
    station: openNow(load(stored.nearStation), now),
    joinable: { shown: joinableOf(sessions, today, ROWS), sessions, state },
    seasons: seasonTips(today, amount.seasons),
    news: newsOf(digest, today, amount.news),
    events: nextEvents(digest, today, amount.events),
    cases: digest.cases.slice(0, amount.cases),
    caseCounts: digest.caseCounts,
  };
}

/** The first day of the reader's own that is still to come and near; null for none. */
const nextDeadline = (dates: readonly MyDate[], today: Day, isNear: (day: Day) => boolean): MyDate | null =>
  dates.find(({ day }) => day >= today && isNear(day)) ?? null;

/** A station counts only as long as it is known to be open. */
const openNow = (station: NearStation | null, now: number): NearStation | null =>
  station !== null && (station.openUntil === null || now < station.openUntil) ? station : null;

/** What of the reader's needs an answer or has changed; empty where nothing was ever sent from this phone. */
function useBanners() {
  const clock = useServiceNow();
  const { notices, isNew } = useNotices();
  if (!notices || notices.length === 0) return [];
  return bannersOf({ notices, isNew, tickets: load(stored.tickets), ...clock });
}
