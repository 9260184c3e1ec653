import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { aboutUrl } from '../..';
import { about } from '../../model';
import { AboutView } from '../../parts/about-view';

export default function AboutPage() {
  useArticleSharing('渝工随行：谁在运营', aboutUrl());
  return (
    <Page title="关于我们">
      <AboutView about={about} />
    </Page>
  );
}
