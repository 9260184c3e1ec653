import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { sessionUrl } from '@/features/events';
import { screeningDaysUrl } from '@/features/screening';
import { stationUrl } from '@/features/stations';
import { open, readParam } from '@/platform/navigation';
import { offerUpdate } from '@/platform/update';
import { Page } from '@/ui/page';
import { HomeView } from './parts/home-view';
import { useHome } from './use-home';

/** Where a 小程序码 leads, by the first character of its scene: a station without the `station-` of its id, a session, a programme. */
const sceneUrls: Record<string, (id: string) => string> = {
  s: (id) => stationUrl(`station-${id}`),
  e: sessionUrl,
  p: screeningDaysUrl,
};

/** Opens what a 小程序码 is about. WeChat gives a scene 32 characters and opens the code's page with it; that page is home, so that the way back leads there. */
function useScene(): void {
  const scene = readParam(useRouter().params, 'scene');
  useEffect(() => {
    const url = sceneUrls[scene.charAt(0)]?.(scene.slice(1));
    if (url && scene.length > 1) open(url);
  }, [scene]);
}

export default function HomePage() {
  const home = useHome();
  useScene();
  useDidShow(() => void offerUpdate());
  useShareAppMessage(() => ({ title: '渝工随行：重庆职工的随身工具', path: '/pages/home/index' }));
  return (
    <Page tab="home">
      <HomeView {...home} />
    </Page>
  );
}
