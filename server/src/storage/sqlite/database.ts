/** SQLite through its Node-like driver. */
import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { makePrivate } from '../../kernel/private-file';

export type PreparedStatement = ReturnType<DatabaseSyncInstance['prepare']>;

/** Milliseconds for which another process's lock is waited for. */
export const BUSY_TIMEOUT = 5000;

/** Caches of 4 MB: the system keeps the file's pages anyway. FULL: an answer means that the disk has it. secure_delete: what is deleted is overwritten. */
export function openDatabase(file: string, { readOnly = false } = {}): DatabaseSyncInstance {
  if (!readOnly) {
    makePrivate(file);
    // A log that an earlier process left is taken up again with the mode it had.
    for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) makePrivate(beside);
  }
  const db = new DatabaseSync(file, { readOnly });
  db.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}; pragma foreign_keys = on; pragma cache_size = -4000`);
  if (!readOnly) db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  return db;
}

/** Prepares each statement once. */
export class Statements {
  private readonly prepared = new Map<string, PreparedStatement>();
  constructor(private readonly db: DatabaseSyncInstance) {}

  get(sql: string): PreparedStatement {
    let found = this.prepared.get(sql);
    if (!found) {
      // Lists of different length are different texts; a bound keeps them from piling up.
      if (this.prepared.size > 300) this.prepared.clear();
      found = this.db.prepare(sql);
      this.prepared.set(sql, found);
    }
    return found;
  }
}

export type Value = string | number | null | Uint8Array;
