import { useShareAppMessage } from '@tarojs/taro';
import { Page } from '@/ui/page';
import { HomeView } from './parts/home-view';
import { useHome } from './use-home';

export default function HomePage() {
  const home = useHome();
  useShareAppMessage(() => ({ title: '渝工随行：重庆职工的随身工具', path: '/pages/home/index' }));
  return (
    <Page tab="home">
      <HomeView {...home} />
    </Page>
  );
}
