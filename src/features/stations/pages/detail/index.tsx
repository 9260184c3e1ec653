import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { stationListUrl, stationUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { stationById } from '../../model';
import { StationCard } from '../../parts/station-card';

export default function StationPage() {
  const station = stationById(readParam(useRouter().params, 'id'));
  useArticleSharing(station?.title ?? '找驿站', station ? stationUrl(station.id) : stationListUrl());
  if (!station) return <NotFound what="驿站" listUrl={stationListUrl()} />;
  return (
    <Page title="驿站">
      <StationCard station={station} />
    </Page>
  );
}
