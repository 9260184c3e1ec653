import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useToday } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { refreshCollection } from '@/platform/content-feed';
import { districtOptions, newsByWeek, newsSource, useNews } from './model';

/** The news list with its district chips; pulling down looks at the date again, and for news. */
export function useNewsList() {
  const { today, refresh } = useToday();
  const asked = readParam(useRouter().params, 'adcode') || null;
  const allNews = useNews();
  const options = districtOptions(allNews);
  const [district, setDistrict] = useState(options.some((option) => option.value === asked) ? asked : null);
  usePullDownRefresh(() => {
    refresh();
    void refreshCollection(newsSource, { now: true }).then(() => Taro.stopPullDownRefresh());
  });
  const shown = district === null ? allNews : allNews.filter((item) => item.district?.adcode === district);
  return { options, district, setDistrict, weeks: newsByWeek(shown, today), today };
}
