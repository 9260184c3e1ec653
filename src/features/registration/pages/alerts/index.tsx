import { Page } from '@/ui/page';
import { AlertsView } from '../../alerts/alerts-view';
import '@/ui/icon/generated/registration.scss';

export default function AlertsPage() {
  return (
    <Page title="我的提醒" titleIsHeading>
      <AlertsView />
    </Page>
  );
}
