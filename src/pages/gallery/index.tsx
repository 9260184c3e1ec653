import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { allFixtures } from '@/ui/fixtures';
import { Page } from '@/ui/page';
import { GalleryView } from './parts/gallery-view';

/** Every component in every state, for whoever works on them: `/pages/gallery/index?only=Card`. */
export default function GalleryPage() {
  const only = readParam(useRouter().params, 'only');
  return (
    <Page title="样式">
      <GalleryView fixtures={allFixtures.filter(({ component }) => only === '' || component === only)} />
    </Page>
  );
}
