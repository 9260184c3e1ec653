import Taro from '@tarojs/taro';

/** What lies under a key. Read anew each time: another window of the same browser may have written meanwhile. */
export const readRaw = (key: string): unknown => Taro.getStorageSync(key);

/** Nothing is held that could be out of date. */
export const dropRead = (_key: string): void => undefined;
