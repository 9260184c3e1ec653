/**
 * Texts that nobody reads by looking at the browser's storage, by a key of their own: encrypted with AES-GCM by a key that
 * the browser doesn't give out (`extractable: false`), both in IndexedDB. Where the browser has neither, as in a page
 * without HTTPS, they stay in memory until it is closed.
 */
const DATABASE = 'yugong-secrets';
const KEYS = 'keys';
const TEXTS = 'texts';
/** The only key's own. */
const OWN = 'own';
const inMemory = new Map<string, string>();

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(TEXTS);
  };
  return done(request);
}

const storeOf = (database: IDBDatabase, name: string, mode: IDBTransactionMode = 'readonly'): IDBObjectStore =>
  database.transaction(name, mode).objectStore(name);

async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const known = await done<CryptoKey | undefined>(storeOf(database, KEYS).get(OWN));
  if (known) return known;
  const made = await window.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another window may have been quicker: its key is the one, since it may have sealed with it by now.
  await done(storeOf(database, KEYS, 'readwrite').add(made, OWN)).catch(() => undefined);
  return (await done<CryptoKey | undefined>(storeOf(database, KEYS).get(OWN))) ?? made;
}

/** Works on the database, and closes it; null where the browser can't. */
async function attempt<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T | null> {
  let database: IDBDatabase | null = null;
  try {
    database = await opened();
    return await work(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** Keeps a text. Never throws: what the browser can't keep is there for as long as the page is open. */
export async function keepSecret(key: string, text: string): Promise<void> {
  inMemory.set(key, text);
  await attempt(async (database) => {
    const iv = window.crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(text);
    const data = await window.crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(database), plain);
    const sealed: Sealed = { iv, data };
    await done(storeOf(database, TEXTS, 'readwrite').put(sealed, key));
  });
}

/** The text; null where there is none, or it can't be read any more. */
export async function readSecret(key: string): Promise<string | null> {
  const known = inMemory.get(key);
  if (known !== undefined) return known;
  return attempt(async (database) => {
    const sealed = await done<Sealed | undefined>(storeOf(database, TEXTS).get(key));
    if (!sealed) return null;
    const plain = await window.crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv },
      await keyOf(database),
      sealed.data,
    );
    return new TextDecoder().decode(plain);
  });
}

/** Takes all texts off the phone but those still needed. */
export async function dropSecretsBut(needed: ReadonlySet<string>): Promise<void> {
  for (const key of [...inMemory.keys()]) if (!needed.has(key)) inMemory.delete(key);
  if (typeof indexedDB === 'undefined') return;
  await attempt(async (database) => {
    const keys = await done(storeOf(database, TEXTS).getAllKeys());
    for (const key of keys) if (!needed.has(String(key))) await done(storeOf(database, TEXTS, 'readwrite').delete(key));
  });
}
