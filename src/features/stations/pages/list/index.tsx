import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { StationList } from '../../parts/station-list';
import { useStationList } from '../../use-station-list';

export default function StationListPage() {
  const list = useStationList();
  return (
    <Page title="找驿站">
      <ArticleHead title="找个歇脚的地方" />
      <StationList {...list} />
    </Page>
  );
}
