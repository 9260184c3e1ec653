import { Page } from '@/ui/page';
import { StationFinder } from '../../parts/finder/finder';
import { useFinder } from '../../use-finder';
import '@/ui/icon/generated/stations.scss';

export default function StationListPage() {
  const finder = useFinder();
  return (
    <Page title="找驿站" titleIsHeading>
      <StationFinder {...finder} />
    </Page>
  );
}
