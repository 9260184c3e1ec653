/**
 * Texts that nobody reads by looking at the phone's storage, by a key of their own. WeChat encrypts them with AES-128
 * (`encrypt` of wx.setStorage and wx.getStorage, base library 2.21.3). What it can't keep stays in memory, until the app
 * is closed.
 */
import Taro from '@tarojs/taro';

const PREFIX = 'secret.';
const inMemory = new Map<string, string>();

/** Keeps a text. Never throws: what the phone can't keep is there for as long as the app is open. */
export async function keepSecret(key: string, text: string): Promise<void> {
  inMemory.set(key, text);
  const sealed = { key: PREFIX + key, data: text, encrypt: true };
  await Taro.setStorage(sealed).catch(() => undefined);
}

/** The text; null where there is none, or it can't be read any more. */
export async function readSecret(key: string): Promise<string | null> {
  const known = inMemory.get(key);
  if (known !== undefined) return known;
  const sealed = { key: PREFIX + key, encrypt: true };
  const kept = await Taro.getStorage<unknown>(sealed).catch(() => null);
  return typeof kept?.data === 'string' ? kept.data : null;
}

/** Takes all texts off the phone but those still needed. */
export async function dropSecretsBut(needed: ReadonlySet<string>): Promise<void> {
  for (const key of [...inMemory.keys()]) if (!needed.has(key)) inMemory.delete(key);
  for (const key of keysOnPhone())
    if (!needed.has(key.slice(PREFIX.length))) await Taro.removeStorage({ key }).catch(() => undefined);
}

function keysOnPhone(): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
