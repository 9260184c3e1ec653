/** `wx.…Storage…` over the phone's {@link Storage}. */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MiniProgram } from './mini-program';
import { answer, Refusal, type CallOptions } from './answer';
import { StorageError } from './storage';

type KeyOptions = CallOptions & { key: string; data?: unknown; encrypt?: boolean };

/** WeChat's own key, which no mini-program gets. */
const sealingKey = randomBytes(16);

/** What lies in the storage of a value that is to be encrypted (AES-128). */
function seal(value: unknown): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', sealingKey, iv);
  return Buffer.concat([iv, cipher.update(JSON.stringify({ value })), cipher.final()]).toString('base64');
}

/** @throws Refusal for what was kept without `encrypt` */
function open(sealed: unknown): unknown {
  try {
    const bytes = Buffer.from(String(sealed), 'base64');
    const decipher = createDecipheriv('aes-128-cbc', sealingKey, bytes.subarray(0, 16));
    const text = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
    return readJson(v.object({ value: v.unknown() }), text).value;
  } catch {
    throw new Refusal('fail decrypt data fail');
  }
}

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
        const kept = storage.get(options.key);
        return { data: app.copyIn(options.encrypt ? open(kept) : kept) };
      }),
    setStorage: (options: KeyOptions) =>
      answer(app.pending, 'setStorage', options, () => {
        set(options.key, options.encrypt ? seal(options.data) : options.data);
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
