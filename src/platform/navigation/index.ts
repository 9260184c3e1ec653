/** Going from page to page. */
import Taro from '@tarojs/taro';
import { log } from '../log';

export * from './url';

const HOME = '/pages/home/index';
const TABS = [HOME, '/pages/services/index', '/pages/calendar/index', '/pages/me/index'];
/** WeChat keeps ten pages; beyond that a new one has to replace the top. */
const STACK_LIMIT = 10;

/** Opens a page: a tab by switching, another on top of the stack. */
export function open(url: string): void {
  const [path = ''] = url.split('?');
  const options = { url, fail: (error: { errMsg?: string }) => log('navigation', error.errMsg ?? 'failed') };
  if (TABS.includes(path)) void Taro.switchTab(options);
  else if (Taro.getCurrentPages().length >= STACK_LIMIT) void Taro.redirectTo(options);
  else void Taro.navigateTo(options);
}

/** Opens a page in place of this one: going on to the next article doesn't lengthen the way back. */
export function replace(url: string): void {
  void Taro.redirectTo({ url });
}

/** Back to where the reader came from; to `url` where the page was opened by a link. */
export function backOr(url: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else replace(url);
}

/** Back to where the reader came from, or home when the page was opened by a link. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: HOME });
}
