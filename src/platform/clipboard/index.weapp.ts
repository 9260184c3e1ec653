import Taro from '@tarojs/taro';
import { log } from '../log';

/** Puts a text on the clipboard; WeChat says so by itself. @returns false where the phone doesn't allow it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    log('clipboard', 'could not copy');
    return false;
  }
}

/** WeChat keeps no copy of its own. */
export function forgetCopied(): void {
  // Nothing to forget.
}
