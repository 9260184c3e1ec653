import Taro from '@tarojs/taro';

/** WeChat's scene value of a page opened from the timeline, alone: no login, no navigation, no tab bar. */
const SINGLE_PAGE_SCENE = 1154;

/** Is the app shown as a single page from WeChat's timeline? */
export function isSinglePage(): boolean {
  return Taro.getLaunchOptionsSync().scene === SINGLE_PAGE_SCENE;
}
