/**
 * Tells a database that has lost something from a new one, so that the service doesn't start empty where people have
 * registrations.
 *
 * Each start counts one more generation, in the database and in a file beside it: a missing or older database shows
 * against that file. And while the service runs the database itself says that it is open: a copy taken then without its
 * log (`-wal`), which has the latest commits, shows wherever it is put.
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

const GENERATION = 'generation';
const OPEN = 'open';

/** Beside the database, and matched by the `yugong.sqlite*` that docs/deploy.md removes before a backup is put back. */
export const generationFile = (database: string): string => `${database}-generation`;

/** How the files were found, before SQLite opened (and by that made or changed) any of them. */
export interface FoundFiles {
  database: boolean;
  log: boolean;
  /** The generation that was last started here; null where none was. */
  generation: number | null;
}

export function findFiles(database: string): FoundFiles {
  const mark = generationFile(database);
  return {
    database: existsSync(database) && statSync(database).size > 0,
    log: existsSync(`${database}-wal`),
    generation: existsSync(mark) ? Number(readFileSync(mark, 'utf8')) || 0 : null,
  };
}

const meta = (db: DatabaseSyncInstance, name: string): string | undefined => {
  const row = db.prepare('select value from meta where name = ?').get(name);
  return typeof row?.value === 'string' ? row.value : undefined;
};

const hasMeta = (db: DatabaseSyncInstance): boolean =>
  db.prepare("select 1 from sqlite_master where type = 'table' and name = 'meta'").get() !== undefined;

const setMeta = (db: DatabaseSyncInstance, name: string, value: string): void => {
  db.prepare(
    'insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  ).run(name, value);
};

/** @throws in the operator's language and in English, where there should be more in the database than there is */
export function refuseLostData(database: string, found: FoundFiles, db: () => DatabaseSyncInstance): void {
  const mark = generationFile(database);
  if (!found.database) {
    if (found.generation === null) return;
    throw new Error(
      `数据库 ${database} 不见了，这里以前有过数据，所以没有建一个空的。请把它（连同 -wal 文件）放回来，或者恢复备份；确实要从头开始，先删掉 ${mark}。` +
        ` / The database is missing though there was one here. Put it back with its -wal file or restore a backup; to begin anew, remove ${mark}.`,
    );
  }
  const opened = db();
  if (!hasMeta(opened)) {
    if (found.log && found.generation === null) return;
    throw new Error(
      `数据库 ${database} 是空的，很可能拷贝时漏了 -wal 文件。请把两个文件一起拷来，或者恢复备份；确实要从头开始，先删掉 ${database} 和 ${mark}。` +
        ` / The database is empty, most likely a copy without its -wal file. Copy both, or restore a backup.`,
    );
  }
  if (meta(opened, OPEN) === '1' && !found.log)
    throw new Error(
      `数据库 ${database} 是服务运行时拷贝的，少了 -wal 文件，最近的报名不在里面。请把两个文件一起拷来，或者用备份命令的副本；确定它完整（例如用 sqlite3 .backup 拷的），先运行：sqlite3 ${database} "delete from meta where name = '${OPEN}'"` +
        ` / The database was copied while the service ran, without its -wal file, which has the latest commits. Copy both, or use a backup; where you know it to be whole, run the command above.`,
    );
  if (found.generation !== null && Number(meta(opened, GENERATION) ?? 0) < found.generation)
    throw new Error(
      `数据库 ${database} 比这里上次用的旧。请换回原来的；确实要用旧的，先删掉 ${mark}。` +
        ` / The database is older than the one last used here. Put that one back; to use the older one, remove ${mark}.`,
    );
}

/** Counts this start, in the database first: a process that dies in between leaves nothing that is refused. */
export function countGeneration(database: string, db: DatabaseSyncInstance): void {
  const mark = generationFile(database);
  const next = Number(meta(db, GENERATION) ?? 0) + 1;
  setMeta(db, GENERATION, String(next));
  writeFileSync(`${mark}.part`, `${next}\n`, { mode: 0o600 });
  renameSync(`${mark}.part`, mark);
}

/** Says in the database's own file, not only in its log, that it is being written to. */
export function markOpen(db: DatabaseSyncInstance): void {
  setMeta(db, OPEN, '1');
  db.exec('pragma wal_checkpoint(truncate)');
}

/** The statement by which a copy that is whole, such as a backup, says that it needs no log. */
export const MARK_CLOSED = `delete from meta where name = '${OPEN}'`;

/** Empties the log into the file, which is whole without it from here on. */
export function markClosed(db: DatabaseSyncInstance): void {
  db.exec(MARK_CLOSED);
  db.exec('pragma wal_checkpoint(truncate)');
}
