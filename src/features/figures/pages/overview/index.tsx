import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { figuresUrl } from '../..';
import { FiguresView } from '../../parts/figures-view';
import '@/ui/icon/generated/figures.scss';

export default function FiguresPage() {
  const asked = readParam(useRouter().params, 'id');
  useArticleSharing('数说工会：重庆工会做了多少', figuresUrl());
  return (
    <Page title="数说工会">
      <FiguresView asked={asked} />
    </Page>
  );
}
