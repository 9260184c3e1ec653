/** How the databases' own errors are read. */
import { StorageFailure, type FailureKind } from '../kernel/storage-failure';

/** Would doing the same again alone, or at once, be pointless? */
export const isFatal = (kind: FailureKind): boolean =>
  kind === 'full' || kind === 'read-only' || kind === 'unavailable' || kind === 'unreplicated' || kind === 'busy';

const SQLITE: [RegExp, FailureKind][] = [
  [/disk is full|SQLITE_FULL|ENOSPC/i, 'full'],
  [/readonly|read-only|SQLITE_READONLY|EROFS/i, 'read-only'],
  [/UNIQUE constraint|SQLITE_CONSTRAINT/i, 'conflict'],
  [/locked|busy|disk I\/O|unable to open|SQLITE_IOERR|SQLITE_CANTOPEN|not a database|malformed/i, 'unavailable'],
];

/** PostgreSQL's classes: disk full, read-only, unique and deadlock and serialization, a lock or a statement that took too long, connection and shutdown. */
const POSTGRES: [RegExp, FailureKind][] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^42501$/, 'forbidden'],
  [/^(23505|40001|40P01)$/, 'conflict'],
  [/^55P03$/, 'locked'],
  [/^57014$/, 'busy'],
  [/^(08|57P|25P0[34]|53|58|3D|28)/, 'unavailable'],
];

export function failureOf(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const { message = String(error), code } = error as { message?: string; code?: unknown };
  const pick = (table: [RegExp, FailureKind][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1];
  // PostgreSQL's codes have a digit, the system's (EPIPE, EROFS) none.
  const isPgCode = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  const kind = isPgCode
    ? pick(POSTGRES, code)
    : /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|Connection terminated|not queryable|timeout/i.test(
          `${String(code)} ${message}`,
        )
      ? 'unavailable'
      : pick(SQLITE, `${String(code)} ${message}`);
  return new StorageFailure(kind ?? 'other', message);
}

/** A failure by its kind; an error that isn't the database's but of whoever asked stays what it is, with its trace. */
export function knownFailure(error: unknown): unknown {
  const failure = failureOf(error);
  return failure.kind === 'other' ? error : failure;
}
