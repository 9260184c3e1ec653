/** How the databases' own errors are read. */
import { StorageFailure, type FailureKind } from '../kernel/storage-failure';

/** Would doing the same again alone, or at once, be pointless? */
export const isFatal = (kind: FailureKind): boolean =>
  kind === 'full' || kind === 'read-only' || kind === 'unavailable' || kind === 'busy';

const SQLITE: [RegExp, FailureKind][] = [
  [/disk is full|SQLITE_FULL|ENOSPC/i, 'full'],
  [/readonly|read-only|SQLITE_READONLY|EROFS/i, 'read-only'],
  [/UNIQUE constraint|SQLITE_CONSTRAINT/i, 'conflict'],
  [/locked|busy|disk I\/O|unable to open|SQLITE_IOERR|SQLITE_CANTOPEN|not a database|malformed/i, 'unavailable'],
];

/** PostgreSQL's classes: disk full, read-only, unique and deadlock and serialization, connection and shutdown. */
const POSTGRES: [RegExp, FailureKind][] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^(23505|40001|40P01|55P03)$/, 'conflict'],
  [/^(08|57P|53|58|3D|28)/, 'unavailable'],
];

export function failureOf(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const { message = String(error), code } = error as { message?: string; code?: unknown };
  const pick = (table: [RegExp, FailureKind][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1];
  // PostgreSQL's codes have a digit, the system's (EPIPE, EROFS) none.
  const isPgCode = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  const kind = isPgCode
    ? pick(POSTGRES, code)
    : /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|not queryable|timeout/i.test(`${String(code)} ${message}`)
      ? 'unavailable'
      : pick(SQLITE, `${String(code)} ${message}`);
  return new StorageFailure(kind ?? 'other', message);
}
