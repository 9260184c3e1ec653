import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { makePrivate } from '../../kernel/private-file';

/** Where in a data folder the database is. */
export const databaseFile = (folder: string): string => path.join(folder, 'yugong.sqlite');

/** @throws where another process has the folder */
export function lockFolder(file: string): { release: () => void } {
  makePrivate(file);
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    db.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw new Error('这个数据文件夹正被另一个进程使用。要让几个进程一起工作，请用 PostgreSQL（DATABASE_URL）。', {
      cause: error,
    });
  }
  return { release: () => db.close() };
}
