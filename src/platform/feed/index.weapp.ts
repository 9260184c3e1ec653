/** Addresses for the phone's own apps; a mini-program can only put them on the clipboard. */
import Taro from '@tarojs/taro';

export const canOpenFeeds = false;

export function openFeed(_address: string): void {
  // A mini-program opens no other app.
}

export function downloadFeed(_address: string): void {
  // Nor does it download.
}

/** @returns false where the phone refused */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
