/** The store on one SQLite file: a thread that writes, readers here, counts of hits and the logins last read in memory beside it. */
import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Batcher, type Settled } from '../batcher';
import { failureOf, knownFailure } from '../failure';
import { StorageFailure } from '../../kernel/storage-failure';
import type { Job, JobResult } from '../jobs';
import { migrate } from '../migrations';
import type { Tables } from '../../kernel/schema';
import type { RateHit, LoginLookup, Store, StoreOptions, Written } from '../../kernel/store';
import type { Outcome } from '@yugong/domain/registration';
import { Statements, openDatabase, type Value } from './database';
import { databaseFile, lockFolder } from './folder';
import { countGeneration, findFiles, refuseLostData } from './generation';
import { hitCounter, LoginCache } from './memory';
import { startWriter } from './threads';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Makes or updates the database and runs `init` on it before anything else touches it.
 *
 * @throws with what to do, where the folder is another process's or data is missing
 */
export async function prepare<T>(
  folder: string,
  init: (db: Kysely<Tables>) => Promise<T>,
): Promise<{ lock: { release: () => void }; value: T }> {
  let lock: { release: () => void } | undefined;
  let opened: DatabaseSyncInstance | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = lockFolder(path.join(folder, 'lock.sqlite'));
    const file = databaseFile(folder);
    const found = findFiles(file);
    refuseLostData(file, found, () => (opened = openDatabase(file)));
    opened ??= openDatabase(file);
    const db = kyselyOn(opened);
    await migrate(db);
    const value = await init(db);
    countGeneration(file, opened);
    await db.destroy();
    return { lock, value };
  } catch (error) {
    if (opened?.isOpen) opened.close();
    lock?.release();
    throw error;
  }
}

/** @param lock from {@link prepare}; released when the store closes */
export async function openSqlite(folder: string, lock: { release: () => void }, options: StoreOptions): Promise<Store> {
  const { now = Date.now, auditKey, maxQueue = 4000, maxBatch = 512, onBatch } = options;
  const file = databaseFile(folder);
  const writer = await startWriter(file, auditKey);
  const reader = openDatabase(file, { readOnly: true });
  const read = kyselyOn(reader);
  const statements = new Statements(reader);
  const count = hitCounter();
  const logins = new LoginCache((id) => statements.get(LOGIN).get(id) as LoginLookup | undefined);

  const commit = async (jobs: Job[]): Promise<Settled<JobResult>[]> => {
    try {
      const results = await writer.ask({ type: 'batch', jobs, now: now() });
      return jobs.map((_, index) => {
        const one = results[index] ?? results[0];
        if (one && 'ok' in one) return one;
        return { error: new StorageFailure(one?.kind ?? 'other', one?.message ?? 'no answer') };
      });
    } catch (error) {
      return jobs.map(() => ({ error: failureOf(error) }));
    }
  };
  const batcher = new Batcher<Job, JobResult>(commit, { batch: maxBatch, queue: maxQueue }, onBatch);

  let scrubbing: NodeJS.Timeout | null = null;
  const stopScrubbing = (): void => {
    if (scrubbing) clearInterval(scrubbing);
    scrubbing = null;
  };
  const isScrubbed = async (): Promise<boolean> => {
    const [refusal] = await writer.ask({ type: 'scrub' });
    if (!refusal || 'ok' in refusal) return true;
    if (refusal.kind !== 'busy') throw new StorageFailure(refusal.kind, refusal.message);
    return false;
  };

  return {
    engine: 'sqlite',
    read,
    submit: (submission) => batcher.submit({ type: 'command', submission }) as Promise<Outcome>,
    write: async (written, audit = []) => {
      try {
        return (await batcher.submit({ type: 'write', statements: written, audit })) as Written;
      } finally {
        logins.written(written);
      }
    },
    login: async (id) => logins.get(id),
    hit: (hit: RateHit) => Promise.resolve(count(hit, now())),
    get backlog() {
      return batcher.backlog;
    },
    check: async () => {
      statements.get('select 1').get();
      // A small commit may find room in what the log has used before; the next rush wouldn't.
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < ROOM) throw new StorageFailure('full', 'the disk has no room for a batch');
      // Only a commit tells whether the disk takes one.
      const results = await writer.ask({ type: 'batch', now: now(), jobs: [PROBE] });
      const [one] = results;
      if (!one || !('ok' in one)) throw new StorageFailure(one?.kind ?? 'other', one?.message ?? 'no answer');
    },
    scrub: async () => {
      if (await isScrubbed()) return true;
      scrubbing ??= setInterval(() => {
        void isScrubbed().then((done) => {
          if (done) stopScrubbing();
        }, stopScrubbing);
      }, SCRUB_EVERY).unref();
      return false;
    },
    // Whatever is deleted was overwritten at once (secure_delete).
    compact: () => Promise.resolve(),
    close: async () => {
      stopScrubbing();
      await batcher.close();
      await writer.stop();
      await read.destroy();
      lock.release();
    },
  };
}

const LOGIN =
  'select l.id, l.account_id, l.expires_at, l.revoked_at, k.kid, k.wrapped from logins l join account_keys k on k.account_id = l.account_id where l.id = ?';

/** Milliseconds between two tries to empty the log while somebody reads from it. */
const SCRUB_EVERY = 500;
/** Bytes that a service which is ready can still write: several of the largest batches. */
const ROOM = 2 * 1024 * 1024;

const PROBE: Job = {
  type: 'write',
  statements: [
    {
      sql: "insert into meta (name, value) values ('probe', '1') on conflict (name) do update set value = excluded.value",
      parameters: [],
    },
  ],
  audit: [],
};

export function kyselyOn(db: DatabaseSyncInstance): Kysely<Tables> {
  const statements = new Statements(db);
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => {
      const found = statements.get(sql);
      return {
        reader: found.columns().length > 0,
        all: (parameters) => {
          try {
            return found.all(...(parameters as Value[]));
          } catch (error) {
            throw knownFailure(error);
          }
        },
        run: (parameters) => {
          const { changes, lastInsertRowid } = found.run(...(parameters as Value[]));
          return { changes, lastInsertRowid };
        },
        iterate: (parameters) => found.iterate(...(parameters as Value[])) as IterableIterator<unknown>,
      };
    },
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
