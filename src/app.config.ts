import { subPackages } from './features/packages';
import { tabs } from './ui/tab-bar/tabs';

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const inBrowser = process.env.TARO_ENV === 'h5';
// 微信同声传译, where the operator has it: see ui/read-aloud.
const withSpeech = !inBrowser && process.env.YUGONG_SPEECH_PLUGIN === '1';
// All components in all their states, for whoever works on them.
const withGallery = inBrowser && process.env.NODE_ENV !== 'production';

// Names with @ are looked up in theme.json, light or dark, by WeChat. A browser's bars are our own
// (ui/tab-bar, ui/top-bar), so there `custom` only keeps Taro from drawing a second one.
export default defineAppConfig({
  pages: [...tabs.map((tab) => tab.page), ...(withGallery ? ['pages/gallery/index'] : [])],
  subPackages,
  // Fetched as soon as home is shown, on any network: they are small together, and a tunnel comes soon.
  preloadRule: { 'pages/home/index': { network: 'all', packages: subPackages.map(({ root }) => root) } },
  window: {
    navigationBarTitleText: '渝工随行',
    navigationBarBackgroundColor: '@navigationBarBackgroundColor',
    navigationBarTextStyle: '@navigationBarTextStyle' as 'black',
    backgroundColor: '@backgroundColor',
    backgroundTextStyle: '@backgroundTextStyle' as 'dark',
  },
  tabBar: {
    ...(inBrowser ? { custom: true } : {}),
    color: '@tabBarColor',
    selectedColor: '@tabBarSelectedColor',
    backgroundColor: '@tabBarBackgroundColor',
    borderStyle: '@tabBarBorderStyle' as 'black',
    list: tabs.map(({ name, page, text }) => ({
      pagePath: page,
      text,
      ...(inBrowser ? {} : { iconPath: `@tab${capital(name)}`, selectedIconPath: `@tab${capital(name)}Active` }),
    })),
  },
  // In browsers pages change without Taro's slide: its timer hides the page below 300 ms later, even when
  // the reader is back on it by then.
  ...(inBrowser
    ? { animation: false }
    : { darkmode: true, themeLocation: 'theme.json', sitemapLocation: 'sitemap.json', style: 'v2' }),
  ...(withSpeech ? { plugins: { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } } } : {}),
  // Rough is enough to find what is near, and needs no approval; it excludes getLocation.
  ...(inBrowser
    ? {}
    : {
        requiredPrivateInfos: ['getFuzzyLocation'] as const,
        permission: { 'scope.userFuzzyLocation': { desc: '用于查找附近的驿站，位置不会上传' } },
      }),
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
