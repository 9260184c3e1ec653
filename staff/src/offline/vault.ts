/**
 * Encrypted storage of rosters and check-ins on the phone. The key lives in IndexedDB as a CryptoKey that no script
 * can export (`extractable: false`), so a copied database is worth nothing, and deleting the key makes everything
 * unreadable at once.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

interface VaultSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  /** One roster a session, by the session's id, which is no secret. */
  rosters: { key: string; value: Sealed & { keptAt: number } };
  /** Check-ins by their own id, in the order in which they were made. */
  entries: {
    key: string;
    value: Sealed & { id: string; sessionId: string; order: number };
    indexes: { bySession: [string, number] };
  };
}

export interface Vault {
  storeRoster(sessionId: string, roster: unknown): Promise<void>;
  roster(sessionId: string): Promise<{ value: unknown; keptAt: number } | null>;
  rosters(): Promise<string[]>;
  storeEntry(entry: { id: string; sessionId: string; order: number }, value: unknown): Promise<void>;
  entries(sessionId: string): Promise<unknown[]>;
  /** Counts unsent check-ins over all sessions. */
  count(): Promise<number>;
  dropEntries(ids: readonly string[]): Promise<void>;
  /** Forgets a session's roster; its check-ins must have been sent before. */
  forget(sessionId: string): Promise<void>;
  /** Deletes the key and everything encrypted with it. */
  destroy(): Promise<void>;
  close(): void;
}

const KEY = 'door';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function keyOf(db: IDBPDatabase<VaultSchema>): Promise<CryptoKey> {
  const generated = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may start at once: the second uses the first one's key.
  const transaction = db.transaction('keys', 'readwrite');
  const stored = (await transaction.store.get(KEY)) ?? generated;
  if (stored === generated) await transaction.store.put(generated, KEY);
  await transaction.done;
  return stored;
}

/** @param name of the database; each person who signs in has their own */
export async function openVault(name: string): Promise<Vault> {
  const db = await openDB<VaultSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('rosters');
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('bySession', ['sessionId', 'order']);
    },
  });
  const key = await keyOf(db);
  // The id is authenticated with the data, so that a roster can't be passed off as another session's.
  const additional = (about: string) => encoder.encode(about);
  const seal = async (about: string, value: unknown): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = encoder.encode(JSON.stringify(value));
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additional(about) }, key, plain);
    return { iv, bytes };
  };
  const open = async (about: string, { iv, bytes }: Sealed): Promise<unknown> => {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: additional(about) }, key, bytes);
    return JSON.parse(decoder.decode(plain));
  };
  const range = (sessionId: string) => IDBKeyRange.bound([sessionId, 0], [sessionId, Number.MAX_SAFE_INTEGER]);
  return {
    storeRoster: async (sessionId, roster) => {
      const sealed = await seal(`roster ${sessionId}`, roster);
      await db.put('rosters', { ...sealed, keptAt: Date.now() }, sessionId);
    },
    roster: async (sessionId) => {
      const stored = await db.get('rosters', sessionId);
      return stored ? { value: await open(`roster ${sessionId}`, stored), keptAt: stored.keptAt } : null;
    },
    rosters: () => db.getAllKeys('rosters'),
    storeEntry: async (entry, value) => {
      await db.put('entries', { ...entry, ...(await seal(`entry ${entry.id}`, value)) });
    },
    entries: async (sessionId) => {
      const stored = await db.getAllFromIndex('entries', 'bySession', range(sessionId));
      return Promise.all(stored.map((one) => open(`entry ${one.id}`, one)));
    },
    count: () => db.count('entries'),
    dropEntries: async (ids) => {
      const transaction = db.transaction('entries', 'readwrite');
      await Promise.all(ids.map((id) => transaction.store.delete(id)));
      await transaction.done;
    },
    forget: async (sessionId) => {
      await db.delete('rosters', sessionId);
    },
    destroy: async () => {
      const transaction = db.transaction(['keys', 'rosters', 'entries'], 'readwrite');
      const stores = ['keys', 'rosters', 'entries'] as const;
      await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
      await transaction.done;
    },
    close: () => db.close(),
  };
}
