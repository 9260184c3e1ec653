import Taro from '@tarojs/taro';

/**
 * In browsers: shares the page through the phone's own sheet, or copies its address where there is none.
 * In WeChat a button of open-type `share` does it, see ui/share-button.
 */
export async function shareByCall(title: string): Promise<void> {
  const url = window.location.href;
  if (typeof navigator.share === 'function') {
    // A reader who closes the sheet has not met an error.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  try {
    await navigator.clipboard.writeText(url);
    void Taro.showToast({ title: '网址已复制', icon: 'none' });
  } catch {
    void Taro.showModal({ title: '复制这个网址', content: url, showCancel: false });
  }
}
