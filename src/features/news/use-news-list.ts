import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useToday } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { refreshCollection } from '@/platform/content-feed';
import { paginate } from '../shared/paginate';
import { districtOptions, newsByWeek, newsSource, useNews } from './model';

/** The news list with its district chips, a page at a time; pulling down looks at the date again, and for news. */
export function useNewsList() {
  const { today, refresh } = useToday();
  const asked = readParam(useRouter().params, 'adcode') || null;
  const allNews = useNews();
  const options = districtOptions(allNews);
  const [district, setDistrict] = useState(options.some((option) => option.value === asked) ? asked : null);
  const [page, setPage] = useState(0);
  usePullDownRefresh(() => {
    refresh();
    void refreshCollection(newsSource, { now: true }).then(() => Taro.stopPullDownRefresh());
  });
  const { shown, before, after } = paginate(
    district === null ? allNews : allNews.filter((item) => item.district?.adcode === district),
    page,
  );
  const lead = page === 0 ? shown[0] : undefined;
  return {
    options,
    district,
    setDistrict: (chosen: string | null) => {
      setDistrict(chosen);
      setPage(0);
    },
    lead,
    weeks: newsByWeek(lead ? shown.slice(1) : shown, today),
    today,
    before,
    after,
    turnBy: (pages: number) => {
      setPage(page + pages);
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
  };
}
