import { Page } from '@/ui/page';
import { MyReports } from '../../parts/reports/my-reports';

export default function StationReportsPage() {
  return (
    <Page title="我的反馈" titleIsHeading>
      <MyReports />
    </Page>
  );
}
