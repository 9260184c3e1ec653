import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { NewsWeeks } from '../../parts/news-weeks';
import { useNewsList } from '../../use-news-list';

export default function NewsListPage() {
  const list = useNewsList();
  return (
    <Page title="工会动态">
      <ArticleHead title="工会动态" />
      <NewsWeeks {...list} />
    </Page>
  );
}
