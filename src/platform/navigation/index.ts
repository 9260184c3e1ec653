/** Going from page to page. */
import Taro from '@tarojs/taro';
import { log } from '../log';
import { withPageScript } from '../page-script';
import { isSinglePage } from '../scene';

export * from './url';

const HOME = '/pages/home/index';
const TABS = [HOME, '/pages/services/index', '/pages/calendar/index', '/pages/me/index'];
/** WeChat keeps ten pages; beyond that a new one has to replace the top. */
const STACK_LIMIT = 10;

/** Says a failed navigation to the log: WeChat rejects as well as it calls `fail`. */
const orLog = (going: Promise<unknown>): void =>
  void going.catch((error: { errMsg?: string }) => log('navigation', error.errMsg ?? 'failed'));

/** Goes on, unless the page stands alone in the timeline, where WeChat opens no other: then it says what does. */
function go(path: string, goOn: () => void): void {
  if (isSinglePage()) void Taro.showToast({ title: '请点下方“前往小程序”', icon: 'none' });
  else withPageScript(path, goOn);
}

/** Opens a page: a tab by switching, another on top of the stack. */
export function open(url: string): void {
  const [path = ''] = url.split('?');
  go(path, () => {
    if (TABS.includes(path)) orLog(Taro.switchTab({ url }));
    else if (Taro.getCurrentPages().length >= STACK_LIMIT) orLog(Taro.redirectTo({ url }));
    else orLog(Taro.navigateTo({ url }));
  });
}

/** Opens a page in place of this one: going on to the next article doesn't lengthen the way back. */
export function replace(url: string): void {
  go(url.split('?')[0] ?? url, () => orLog(Taro.redirectTo({ url })));
}

/** Back to where the reader came from; to `url` where the page was opened by a link. */
export function backOr(url: string): void {
  if (Taro.getCurrentPages().length > 1) orLog(Taro.navigateBack());
  else replace(url);
}

/** Home, from wherever the reader is: after an address that no page has, too. */
export function leadHome(): void {
  go(HOME, () => orLog(Taro.switchTab({ url: HOME })));
}

/** Back to where the reader came from, or home when the page was opened by a link. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) orLog(Taro.navigateBack());
  else leadHome();
}
