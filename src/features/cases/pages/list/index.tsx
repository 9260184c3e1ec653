import { Page } from '@/ui/page';
import { ArticleHead } from '@/ui/article';
import { CaseList, useCaseList } from '../../parts/case-list';

export default function CaseListPage() {
  const list = useCaseList();
  return (
    <Page title="创新案例">
      <ArticleHead title="工会在做什么" byline={`全国总工会第${list.periods.join('、')}期创新案例里的重庆案例`} />
      <CaseList {...list} />
    </Page>
  );
}
