import { useRouter } from '@tarojs/taro';
import { useToday } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { newsListUrl, newsUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { useNews } from '../../model';
import { NewsArticle } from '../../parts/news-article';

export default function NewsPage() {
  const { today } = useToday();
  const news = useNews();
  const id = readParam(useRouter().params, 'id');
  const item = news.find((one) => one.id === id);
  useArticleSharing(item?.title ?? '工会动态', item ? newsUrl(item.id) : newsListUrl());
  if (!item) return <NotFound what="动态" measure="条" listUrl={newsListUrl()} />;
  return (
    <Page title="动态">
      <NewsArticle item={item} all={news} today={today} />
    </Page>
  );
}
