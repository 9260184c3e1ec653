/** `wx.…Storage…` over the phone's {@link Storage}. */
import type { MiniProgram } from './mini-program';
import { answer, Refusal, type CallOptions } from './answer';
import { StorageError } from './storage';

type KeyOptions = CallOptions & { key: string; data?: unknown };

export function storageApis(app: MiniProgram): Record<string, unknown> {
  const { storage } = app.device;
  const set = (key: string, value: unknown): void => {
    try {
      storage.set(key, value);
    } catch (error) {
      if (error instanceof StorageError) app.report('storage-limit', key, error.errMsg);
      throw app.error(error instanceof StorageError ? error.errMsg : String(error));
    }
  };
  return {
    getStorageSync: (key: string) => app.copyIn(storage.get(key)),
    setStorageSync: set,
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => app.copyIn(storage.info()),
    getStorage: (options: KeyOptions) =>
      answer(app.pending, 'getStorage', options, () => {
        if (!storage.has(options.key)) throw new Refusal('fail data not found');
        return { data: app.copyIn(storage.get(options.key)) };
      }),
    setStorage: (options: KeyOptions) =>
      answer(app.pending, 'setStorage', options, () => {
        set(options.key, options.data);
        return {};
      }),
    removeStorage: (options: KeyOptions) =>
      answer(app.pending, 'removeStorage', options, () => {
        storage.remove(options.key);
        return {};
      }),
    clearStorage: (options?: CallOptions) =>
      answer(app.pending, 'clearStorage', options, () => {
        storage.clear();
        return {};
      }),
    getStorageInfo: (options?: CallOptions) => answer(app.pending, 'getStorageInfo', options, () => storage.info()),
  };
}
