import Taro from '@tarojs/taro';
import { isExpendable } from './content';

/** What was read and not written since. Each synchronous read holds up the logic layer, and home asked for 34. */
const known = new Map<string, unknown>();

/** What lies under a key, read once: nobody but the app writes into its storage. */
export function readRaw(key: string): unknown {
  if (known.has(key)) return known.get(key);
  const raw: unknown = Taro.getStorageSync(key);
  // Content is large and has its own memory (platform/content-feed).
  if (!isExpendable(key)) known.set(key, raw);
  return raw;
}

/** A key was written or removed: it is read anew. */
export const dropRead = (key: string): void => void known.delete(key);
