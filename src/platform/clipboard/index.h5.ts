import Taro from '@tarojs/taro';
import { log } from '../log';

/** Taro's own clipboard for browsers writes every copied text into the device's storage, under this key. */
const TARO_COPY = 'taro_clipboard';

/**
 * Puts a text on the clipboard, and nowhere else. Taro's own call would keep a copy in the device's storage.
 *
 * @returns false where the browser doesn't allow it
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For browsers before 2019, and pages that aren't served over HTTPS. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.appendChild(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    log('clipboard', 'could not copy');
  }
  area.remove();
  forgetCopied();
  return copied;
}

/** Takes away the copy that Taro keeps of whatever is selected and copied by hand. */
export function forgetCopied(): void {
  Taro.removeStorageSync(TARO_COPY);
}
