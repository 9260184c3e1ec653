/** Files that nobody but the service's own user may read: the database, its copies and the operator's key. */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

const OWNER_ONLY = 0o600;
/** The bits of everybody else. */
const OTHERS = 0o077;

/**
 * Makes the file readable by its owner alone, and makes it, empty, where there is none. SQLite gives a database's log
 * the mode of the database, and takes an empty file for a new database.
 *
 * @throws where the folder takes no writes
 */
export function makePrivate(file: string): void {
  if (!existsSync(file)) {
    closeSync(openSync(file, 'wx', OWNER_ONLY));
    return;
  }
  if ((statSync(file).mode & OTHERS) === 0) return;
  try {
    chmodSync(file, OWNER_ONLY);
  } catch (error) {
    // Another user's files can be worked with, though their modes are that user's to set; and a disk that takes no writes
    // is told of by whoever writes next.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EROFS'))) throw error;
  }
}
