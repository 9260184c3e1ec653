import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { guideUrl, screeningUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { GuideView } from '../../guide/guide-view';
import { guides } from '../../model';
import '@/ui/icon/generated/screening.scss';

export default function GuidePage() {
  const id = readParam(useRouter().params, 'id');
  const guide = id === '' ? guides[0] : guides.find((one) => one.id === id);
  useArticleSharing(guide?.title ?? '两癌筛查', guide ? guideUrl(guide.id) : screeningUrl());
  if (!guide) return <NotFound what="内容" measure="篇" listUrl={screeningUrl()} back="返回两癌筛查" />;
  return (
    <Page title="两癌筛查">
      <GuideView guide={guide} />
    </Page>
  );
}
