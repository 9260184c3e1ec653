/**
 * `npm run backup -- FOLDER` copies the SQLite database while the service runs; `npm run restore -- FILE` puts a copy back, with
 * the keys beside it, where no database is.
 *
 * The accounts' keys go into a file of their own, which each backup replaces: who deleted an account is gone from
 * every older copy as well, since nothing personal in it can be read without the key. The list of who deleted one goes
 * with them, so that an older copy that is put back doesn't hold their places.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from './config';
import { makePrivate } from './kernel/private-file';
import { openDatabase } from './storage/sqlite/database';
import { databaseFile } from './storage/sqlite/folder';
import { generationFile, MARK_CLOSED } from './storage/sqlite/generation';

export interface Backup {
  data: string;
  keys: string;
}

const quoted = (file: string): string => `'${file.replace(/'/g, "''")}'`;

export function backup(dataDir: string, target: string, now = new Date()): Backup {
  const source = databaseFile(dataDir);
  if (!existsSync(source)) throw new Error(`${source} 不存在，没有可以备份的数据。`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const data = path.join(target, `yugong-${stamp}.sqlite`);
  const keys = path.join(target, 'keys.sqlite');
  const [half, halfKeys] = [`${data}.part`, `${keys}.part`];
  for (const file of [half, halfKeys]) {
    rmSync(file, { force: true });
    makePrivate(file);
  }

  const live = openDatabase(source, { readOnly: true });
  live.exec(`vacuum into ${quoted(half)}`);
  live.close();
  const copy = openDatabase(half);
  copy.exec(`attach ${quoted(halfKeys)} as vault; create table vault.account_keys as select * from main.account_keys;
    create table vault.erased_accounts as select * from main.erased_accounts;
    detach vault; delete from account_keys; ${MARK_CLOSED}; pragma journal_mode = delete; vacuum`);
  copy.close();
  // Named only once whole: half a backup must not look like one.
  renameSync(halfKeys, keys);
  renameSync(half, data);
  return { data, keys };
}

/**
 * Puts a backup into a data folder that has no database: the data, then the keys beside it and the list of who deleted an
 * account since, by which the service deletes them again at its start.
 *
 * @param data a `yugong-<time>.sqlite` that {@link backup} made
 * @returns the database as the service will open it
 * @throws in the operator's language where there is a database, a mark of one, or a file is missing
 */
export function restore(dataDir: string, data: string): string {
  const target = databaseFile(dataDir);
  const keys = path.join(path.dirname(data), 'keys.sqlite');
  for (const file of [data, keys]) if (!existsSync(file)) throw new Error(`没有 ${file}，没有恢复。`);
  for (const file of [target, generationFile(target)]) {
    if (existsSync(file)) throw new Error(`${file} 还在，没有恢复。先停止服务，把 ${target}* 移到别处再恢复。`);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const half = `${target}.part`;
  rmSync(half, { force: true });
  makePrivate(half);
  copyFileSync(data, half);
  const copy = openDatabase(half);
  copy.exec(`attach ${quoted(keys)} as vault; insert into account_keys select * from vault.account_keys;
    insert or ignore into erased_accounts select * from vault.erased_accounts; detach vault; pragma journal_mode = delete`);
  copy.close();
  renameSync(half, target);
  return target;
}

/** @returns what is said to whoever called it, and the exit code */
function run([first, second]: readonly string[]): { said: string; code: number } {
  const { dataDir } = readConfig();
  if (first === '--restore' && second) return { said: `已恢复到 ${restore(dataDir, second)}，可以启动服务`, code: 0 };
  if (!first || first.startsWith('-'))
    return { said: '用法：npm run backup -- 备份文件夹；npm run restore -- 备份文件夹/yugong-<时间>.sqlite', code: 2 };
  const { data, keys } = backup(dataDir, first);
  return { said: `数据：${data}\n钥匙：${keys}（每次备份都换新，只留最后一份）`, code: 0 };
}

if (require.main === module) {
  try {
    const { said, code } = run(process.argv.slice(2));
    process.stdout.write(`${said}\n`);
    process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
