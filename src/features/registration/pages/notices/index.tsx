import { Page } from '@/ui/page';
import { NoticesView } from '../../notices/notices-view';
import { useNoticePage } from '../../notices/use-notice-page';
import '@/ui/icon/generated/registration.scss';

export default function NoticesPage() {
  const page = useNoticePage();
  return (
    <Page title="消息" titleIsHeading>
      <NoticesView {...page} />
    </Page>
  );
}
