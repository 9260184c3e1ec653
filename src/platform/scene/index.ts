import Taro from '@tarojs/taro';
import { hasApi } from '../has-api';

/** WeChat's scene value of a page opened from the timeline, alone: no login, no navigation, another storage. */
const SINGLE_PAGE_SCENE = 1154;

/** What a page says there in place of what can't be done. 前往小程序 is the button that WeChat puts under it. */
export const READING_ONLY = '这里只能阅读。报名、反馈、收藏请点下方“前往小程序”。';

/** Is the app shown as a single page from WeChat's timeline? */
export function isSinglePage(): boolean {
  return hasApi('getLaunchOptionsSync') && Taro.getLaunchOptionsSync().scene === SINGLE_PAGE_SCENE;
}
