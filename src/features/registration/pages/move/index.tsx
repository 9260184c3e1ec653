import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { MovePage as Move } from '../../move/move-view';
import '@/ui/icon/generated/registration.scss';

export default function MovePage() {
  return (
    <Page title="改期">
      <Move id={readParam(useRouter().params, 'id')} />
    </Page>
  );
}
