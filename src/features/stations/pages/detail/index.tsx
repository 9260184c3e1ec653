import { useRouter } from '@tarojs/taro';
import { useNow } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { stationListUrl, stationUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { StationArticle } from '../../parts/station/station-page';
import { useStationFeed } from '../../feed/use-feed';
import { useStations } from '../../model';
import { stationView } from '../../station';
import { startPointOf, useStartPoint } from '../../start-point';
import '@/ui/icon/generated/stations.scss';

export default function StationPage() {
  const id = readParam(useRouter().params, 'id');
  const { place, located, travel } = useStartPoint();
  const now = useNow();
  const stations = useStations((state) => state.stations);
  const start = startPointOf(place, located);
  useStationFeed(start);
  const view = stationView(stations, id, start.from, travel, now);
  useArticleSharing(
    view?.station.title ?? '找驿站',
    view ? stationUrl(id) : stationListUrl(),
    '/features/stations/share.png',
  );
  if (!view) return <NotFound what="驿站" listUrl={stationListUrl()} />;
  return (
    <Page title="驿站">
      <StationArticle view={view} travel={travel} now={now} startAbout={start.about} />
    </Page>
  );
}
