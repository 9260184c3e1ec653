import { Page } from '@/ui/page';
import { AlertsView } from '../../alerts/alerts-view';

export default function AlertsPage() {
  return (
    <Page title="我的提醒" titleIsHeading>
      <AlertsView />
    </Page>
  );
}
