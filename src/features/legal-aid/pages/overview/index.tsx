import { useArticleSharing } from '@/platform/share/article';
import { legalAidUrl } from '../..';
import { LegalPage } from '../../parts/legal-page';
import { LegalAidOverview } from '../../parts/overview';
import { useLegalAid } from '../../use-legal-aid';
import '@/ui/icon/generated/legal-aid.scss';

export default function LegalAidPage() {
  const model = useLegalAid();
  useArticleSharing('工作上受了委屈：期限、规定、找谁帮忙', legalAidUrl());
  return (
    <LegalPage title="工作上受了委屈" lead="劳动仲裁不收费。一般要在一年内提出，别拖。">
      <LegalAidOverview {...model} />
    </LegalPage>
  );
}
