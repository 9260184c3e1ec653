/**
 * `npx tsx server/src/backup.ts FOLDER`: copies the SQLite database while the service runs.
 *
 * The accounts' keys go into a file of their own, which each backup replaces: who deleted an account is gone from
 * every older copy as well, since nothing personal in it can be read without the key. The list of who deleted one goes
 * with them, so that an older copy that is put back doesn't hold their places.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from './config';
import { makePrivate } from './kernel/private-file';
import { openDatabase } from './storage/sqlite/database';
import { databaseFile } from './storage/sqlite/folder';
import { MARK_CLOSED } from './storage/sqlite/generation';

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

if (require.main === module) {
  const [target] = process.argv.slice(2);
  if (!target) {
    console.error('用法：npx tsx server/src/backup.ts 备份文件夹');
    process.exit(2);
  }
  const { data, keys } = backup(readConfig().dataDir, target);
  process.stdout.write(`数据：${data}\n钥匙：${keys}（每次备份都换新，只留最后一份）\n`);
}
