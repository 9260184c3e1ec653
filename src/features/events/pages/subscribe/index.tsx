import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { Subscribe } from '../../parts/subscribe';
import '@/ui/icon/generated/events.scss';

export default function SubscribePage() {
  const { params } = useRouter();
  const asked = (name: string) => readParam(params, name);
  return (
    <Page title="订阅日历">
      <Subscribe kind={asked('kind')} adcode={asked('adcode')} joinable={asked('joinable') === '1'} />
    </Page>
  );
}
