import Taro from '@tarojs/taro';
import { log } from '../log';

let isFetched = false;
/** Whoever said no is asked again after the next start only. */
let wasOffered = false;

/** Tab pages have no form: nobody is interrupted at one. */
const isAtTabPage = (): boolean => /^\/?pages\//.test(Taro.getCurrentPages().slice(-1)[0]?.route ?? '');

/**
 * Offers the release that WeChat has fetched beside the running one, where a tab page is looked at. It takes effect with a
 * new start, which WeChat makes by itself some day (UpdateManager).
 */
export async function offerUpdate(): Promise<void> {
  if (!isFetched || wasOffered || !isAtTabPage()) return;
  wasOffered = true;
  const { confirm } = await Taro.showModal({
    title: '有新版本',
    content: '重新打开后生效，未提交的内容会保留。',
    confirmText: '现在更新',
    cancelText: '以后再说',
  });
  if (confirm) Taro.getUpdateManager().applyUpdate();
}

/** Hears of a release that WeChat fetched while the app runs. */
export function watchForUpdate(): void {
  Taro.getUpdateManager().onUpdateReady(() => {
    isFetched = true;
    offerUpdate().catch(() => log('update', 'not offered'));
  });
}
