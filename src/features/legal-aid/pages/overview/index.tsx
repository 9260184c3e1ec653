import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { legalAidUrl } from '../..';
import { LegalAidOverview } from '../../parts/overview';
import { useLegalAid } from '../../use-legal-aid';

export default function LegalAidPage() {
  const model = useLegalAid();
  useArticleSharing('工作上受了委屈：期限、规定、找谁帮忙', legalAidUrl());
  return (
    <Page title="维权求助">
      <LegalAidOverview {...model} />
    </Page>
  );
}
