import Taro from '@tarojs/taro';

/**
 * Does this phone's WeChat have an interface? An older one, or one of another maker's, may lack any: calling it throws,
 * and what throws while a page opens leaves it white.
 *
 * @example if (hasApi('onAppShow')) Taro.onAppShow(callback);
 */
export const hasApi = (name: keyof typeof Taro): boolean => typeof Taro[name] === 'function';
