import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { caseListUrl, caseUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { useCases } from '../../model';
import { CaseArticle } from '../../parts/case-article';

export default function CasePage() {
  const id = readParam(useRouter().params, 'id');
  const cases = useCases();
  const item = cases.find((one) => one.id === id);
  useArticleSharing(
    item?.title ?? '工会在做什么',
    item ? caseUrl(item.id) : caseListUrl(),
    '/features/cases/share.png',
  );
  if (!item) return <NotFound what="案例" listUrl={caseListUrl()} />;
  return (
    <Page title="案例">
      <CaseArticle item={item} all={cases} />
    </Page>
  );
}
