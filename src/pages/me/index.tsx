import { useFavourites } from '@/platform/favourites';
import { Page } from '@/ui/page';
import { useDigest } from '../digest';
import { MeView } from './parts/me-view';

export default function MePage() {
  const favourites = useFavourites((state) => state.items);
  const { contentDate } = useDigest();
  return (
    <Page tab="me">
      <MeView favourites={favourites} contentDate={contentDate} />
    </Page>
  );
}
