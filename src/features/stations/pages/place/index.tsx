import { Page } from '@/ui/page';
import { PlaceChooser } from '../../parts/place/place-chooser';

export default function StationPlacePage() {
  return (
    <Page title="选地方" titleIsHeading>
      <PlaceChooser />
    </Page>
  );
}
