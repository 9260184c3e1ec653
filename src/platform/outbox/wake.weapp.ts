import Taro from '@tarojs/taro';
import { hasApi } from '../has-api';

/** Calls back whenever the reader comes back to the app. */
export function onWake(callback: () => void): void {
  if (hasApi('onAppShow')) Taro.onAppShow(callback);
}
