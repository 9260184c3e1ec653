import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { screeningUrl } from '../..';
import { ScreeningOverview } from '../../parts/overview';
import '@/ui/art/generated/screening.scss';
import '@/ui/icon/generated/screening.scss';

export default function ScreeningPage() {
  const focus = readParam(useRouter().params, 'id');
  useArticleSharing('乳腺癌、宫颈癌免费筛查：谁能查、查什么、怎么去', screeningUrl());
  return (
    <Page title="两癌筛查">
      <ScreeningOverview focus={focus} />
    </Page>
  );
}
