import Taro from '@tarojs/taro';

/** Calls back whenever the reader comes back to the app. */
export function onWake(callback: () => void): void {
  Taro.onAppShow(callback);
}
