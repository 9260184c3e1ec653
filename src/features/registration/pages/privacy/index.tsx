import { Page } from '@/ui/page';
import { PrivacyView } from '../../privacy/privacy-view';
import { usePrivacy } from '../../privacy/use-privacy';
import '@/ui/icon/generated/registration.scss';

export default function PrivacyPage() {
  const privacy = usePrivacy();
  return (
    <Page title="我的信息">
      <PrivacyView {...privacy} />
    </Page>
  );
}
