/** Reads and writes the device's storage through {@link stored}. */
import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { log } from '../log';
import type { StoredKey } from './schema';

export { stored, type Favourite, type FinderPlace, type Login, type MyDate, type OutboxItem } from './schema';

const Envelope = v.object({ version: v.number(), value: v.unknown() });

/**
 * The value of a key, migrated to its current version.
 *
 * Never throws: what cannot be read is copied to `<key>.aside` and the initial value is returned, so
 * that a damaged storage costs a list, not the app.
 */
export function load<T>(stored: StoredKey<T>): T {
  let raw: unknown;
  try {
    raw = Taro.getStorageSync(stored.key);
  } catch {
    return stored.initial;
  }
  if (raw === '' || raw === undefined || raw === null) return stored.initial;
  try {
    return v.parse(stored.schema, upgrade(stored, v.parse(Envelope, raw)));
  } catch {
    log('storage', `${stored.key} could not be read and was set aside`);
    setAside(stored.key, raw);
    return stored.initial;
  }
}

function upgrade<T>(stored: StoredKey<T>, { version, value }: v.InferOutput<typeof Envelope>): unknown {
  let current = value;
  for (let at = version; at < stored.version; at++) {
    const step = stored.migrate[at];
    if (!step) throw new Error(`no migration of ${stored.key} from version ${at}`);
    current = step(current);
  }
  return current;
}

function setAside(key: string, raw: unknown): void {
  try {
    Taro.setStorageSync(`${key}.aside`, raw);
    Taro.removeStorageSync(key);
  } catch {
    log('storage', `${key} could not be set aside`);
  }
}

/** Keeps a value. @returns false where the phone refused (full storage, private mode): tell the reader. */
export function save<T>(stored: StoredKey<T>, value: T): boolean {
  try {
    Taro.setStorageSync(stored.key, { version: stored.version, value });
    return true;
  } catch {
    log('storage', `${stored.key} could not be written`);
    return false;
  }
}

/** Takes a key off the phone, with what was set aside of it. */
export function forget(stored: StoredKey<unknown>): void {
  for (const key of [stored.key, `${stored.key}.aside`]) {
    try {
      Taro.removeStorageSync(key);
    } catch {
      log('storage', `${key} could not be removed`);
    }
  }
}
