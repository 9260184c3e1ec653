import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { PlaceChooser } from '../../parts/place/place-chooser';
import '@/ui/icon/generated/stations.scss';

export default function StationPlacePage() {
  const words = readParam(useRouter().params, 'q');
  return (
    <Page title="选择地点" titleIsHeading>
      <PlaceChooser asked={words} />
    </Page>
  );
}
