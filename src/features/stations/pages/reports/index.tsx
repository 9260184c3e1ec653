import { Page } from '@/ui/page';
import { MyReports } from '../../parts/reports/my-reports';
import '@/ui/icon/generated/stations.scss';

export default function StationReportsPage() {
  return (
    <Page title="我的反馈" titleIsHeading>
      <MyReports />
    </Page>
  );
}
