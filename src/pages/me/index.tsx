import { useFavourites } from '@/platform/favourites';
import { Page } from '@/ui/page';
import { digest } from '../digest';
import { MeView } from './parts/me-view';

export default function MePage() {
  const favourites = useFavourites((state) => state.items);
  return (
    <Page tab="me">
      <MeView favourites={favourites} contentDate={digest.contentDate} />
    </Page>
  );
}
