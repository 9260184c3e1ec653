/**
 * What the door keeps on the phone: rosters and check-ins, encrypted. The key lives in IndexedDB as a CryptoKey that
 * no script can take out (`extractable: false`), so a copied database is worth nothing; throwing the key away makes
 * everything unreadable at once.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

interface VaultSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  /** A roster a session. The session's id is no secret. */
  rosters: { key: string; value: Sealed & { keptAt: number } };
  /** Check-ins by their own id, in the order they were made. */
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
  /** Check-ins that wait to be sent, over all sessions. */
  count(): Promise<number>;
  dropEntries(ids: readonly string[]): Promise<void>;
  /** Forgets a session's roster; its check-ins must have been sent before. */
  forget(sessionId: string): Promise<void>;
  /** Throws the key and everything under it away. */
  destroy(): Promise<void>;
  close(): void;
}

const KEY = 'door';
const text = new TextEncoder();
const words = new TextDecoder();

async function keyOf(db: IDBPDatabase<VaultSchema>): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may come at once: whoever writes second takes the first one's.
  const step = db.transaction('keys', 'readwrite');
  const kept = (await step.store.get(KEY)) ?? made;
  if (kept === made) await step.store.put(made, KEY);
  await step.done;
  return kept;
}

/** @param name of the database; another for each person who logs in */
export async function openVault(name: string): Promise<Vault> {
  const db = await openDB<VaultSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys');
      fresh.createObjectStore('rosters');
      fresh.createObjectStore('entries', { keyPath: 'id' }).createIndex('bySession', ['sessionId', 'order']);
    },
  });
  const key = await keyOf(db);
  // What it belongs to is part of the seal: a roster can't be passed off as another session's.
  const additional = (about: string) => text.encode(about);
  const seal = async (about: string, value: unknown): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = text.encode(JSON.stringify(value));
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additional(about) }, key, plain);
    return { iv, bytes };
  };
  const open = async (about: string, { iv, bytes }: Sealed): Promise<unknown> => {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: additional(about) }, key, bytes);
    return JSON.parse(words.decode(plain)) as unknown;
  };
  const range = (sessionId: string) => IDBKeyRange.bound([sessionId, 0], [sessionId, Number.MAX_SAFE_INTEGER]);
  return {
    storeRoster: async (sessionId, roster) => {
      const sealed = await seal(`roster ${sessionId}`, roster);
      await db.put('rosters', { ...sealed, keptAt: Date.now() }, sessionId);
    },
    roster: async (sessionId) => {
      const kept = await db.get('rosters', sessionId);
      return kept ? { value: await open(`roster ${sessionId}`, kept), keptAt: kept.keptAt } : null;
    },
    rosters: () => db.getAllKeys('rosters'),
    storeEntry: async (entry, value) => {
      await db.put('entries', { ...entry, ...(await seal(`entry ${entry.id}`, value)) });
    },
    entries: async (sessionId) => {
      const kept = await db.getAllFromIndex('entries', 'bySession', range(sessionId));
      return Promise.all(kept.map((one) => open(`entry ${one.id}`, one)));
    },
    count: () => db.count('entries'),
    dropEntries: async (ids) => {
      const step = db.transaction('entries', 'readwrite');
      await Promise.all(ids.map((id) => step.store.delete(id)));
      await step.done;
    },
    forget: async (sessionId) => {
      await db.delete('rosters', sessionId);
    },
    destroy: async () => {
      const step = db.transaction(['keys', 'rosters', 'entries'], 'readwrite');
      const stores = ['keys', 'rosters', 'entries'] as const;
      await Promise.all(stores.map((store) => step.objectStore(store).clear()));
      await step.done;
    },
    close: () => db.close(),
  };
}
