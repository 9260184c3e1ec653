/** Reads and writes the device's storage through {@link stored}. */
import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { DAY } from '@yugong/domain/time';
import { log } from '../log';
import { isSinglePage } from '../scene';
import { isExpendable } from './content';
import { dropRead, readRaw } from './read';
import { stored as everyKey, type StoredKey } from './schema';

export { storedContent, storedStations, type KeptCollection, type KeptStations } from './content';
export { stored } from './schema';
export { Login } from './values';
export type {
  Favourite,
  FinderPlace,
  LegalAidSeen,
  LegalDraft,
  MyDate,
  NearStation,
  OutboxItem,
  SignUpDraft,
  StoredNotices,
  Ticket,
} from './values';

const Envelope = v.object({ version: v.number(), value: v.unknown(), at: v.optional(v.number()) });

/**
 * The value of a key, migrated to its current version.
 *
 * Never throws: what cannot be read is copied to `<key>.aside` and the initial value is returned, so
 * that a damaged storage costs a list, not the app.
 */
export function load<T>(stored: StoredKey<T>): T {
  let raw: unknown;
  try {
    raw = readRaw(stored.key);
  } catch {
    return stored.initial;
  }
  if (raw === '' || raw === undefined || raw === null) return stored.initial;
  if (isOver(stored, raw)) {
    forget(stored);
    return stored.initial;
  }
  try {
    return v.parse(stored.schema, upgrade(stored, v.parse(Envelope, raw)));
  } catch {
    log('storage', `${stored.key} could not be read and was set aside`);
    setAside(stored.key, raw);
    return stored.initial;
  }
}

/**
 * Is its time on this phone over? What has no date is. A clock that is set right again must not throw away what was
 * typed a minute ago; set back, it prolongs the time by no more than as long again.
 */
function isOver<T>({ keepDays }: StoredKey<T>, raw: unknown): boolean {
  if (keepDays === undefined) return false;
  const parsed = v.safeParse(Envelope, raw);
  const age = Date.now() - (parsed.success ? (parsed.output.at ?? 0) : 0);
  return Math.abs(age) > keepDays * DAY;
}

/** Takes off the phone what has been there for long enough, opened or not. Called once, by the first page drawn. */
export function forgetWhatIsOver(): void {
  for (const key of Object.values<StoredKey<unknown>>(everyKey)) if (key.keepDays !== undefined) load(key);
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

function remove(key: string): void {
  dropRead(key);
  Taro.removeStorageSync(key);
}

function setAside(key: string, raw: unknown): void {
  if (isSinglePage()) return;
  try {
    // The service has what is expendable still.
    if (!isExpendable(key)) Taro.setStorageSync(`${key}.aside`, raw);
    remove(key);
  } catch {
    log('storage', `${key} could not be set aside`);
  }
}

/**
 * Keeps a value. Nothing is kept by a page that stands alone in the timeline: its storage is another, which the app
 * never sees again.
 *
 * @returns false where the phone refused (full storage, private mode): tell the reader
 */
export function save<T>(stored: StoredKey<T>, value: T): boolean {
  if (isSinglePage()) return false;
  const dated = stored.keepDays === undefined ? {} : { at: Date.now() };
  const envelope = { version: stored.version, value, ...dated };
  if (write(stored.key, envelope)) return true;
  // What can be had again makes room for what cannot.
  if (!isExpendable(stored.key) && makeRoom() && write(stored.key, envelope)) return true;
  log('storage', `${stored.key} could not be written`);
  return false;
}

function write(key: string, envelope: unknown): boolean {
  dropRead(key);
  try {
    Taro.setStorageSync(key, envelope);
    return true;
  } catch {
    return false;
  }
}

/** Takes off what the service still has. @returns whether there was any */
function makeRoom(): boolean {
  try {
    const keys = Taro.getStorageInfoSync().keys.filter(isExpendable);
    for (const key of keys) remove(key);
    return keys.length > 0;
  } catch {
    return false;
  }
}

const forgetListeners = new Map<string, Set<() => void>>();

/** Calls back when a key was taken off the phone: who holds its value in memory lets go of it too. */
export function whenForgotten({ key }: StoredKey<unknown>, listener: () => void): void {
  forgetListeners.set(key, (forgetListeners.get(key) ?? new Set()).add(listener));
}

/** Takes a key off the phone, with what was set aside of it. */
export function forget(stored: StoredKey<unknown>): void {
  if (isSinglePage()) return;
  for (const key of [stored.key, `${stored.key}.aside`]) {
    try {
      remove(key);
    } catch {
      log('storage', `${key} could not be removed`);
    }
  }
  for (const listener of forgetListeners.get(stored.key) ?? []) listener();
}
