/** What the service needs of a database; SQLite and PostgreSQL each keep every word of it (tests/service/store). */
import type { CompiledQuery, Kysely } from 'kysely';
import type { Command, Outcome } from '@yugong/domain/registration';
import type { Tables } from './schema';

/** A command with what the engine needn't understand but must be written with it. */
export interface Submission {
  command: Command;
  /** Of a registration: the sealed person and what was agreed to. */
  load?: { sealed: string; consents: string; numberKey?: string | null; own_phone?: number | null };
}

/** A statement of a transaction; where it must change a number of rows and doesn't, nothing is kept. */
export interface Statement {
  sql: string;
  parameters: readonly unknown[];
  changes?: number;
}

export interface AuditEntry {
  actor: string;
  action: string;
  subject: string | null;
  detail: Record<string, string | number | null>;
}

/** `at` says which statement did not change what it must. */
export type Written = { done: true; changes: number[] } | { done: false; at: number };

/** A login with the key of its account, as every request needs it. */
export interface LoginLookup {
  id: string;
  account_id: string;
  expires_at: number;
  revoked_at: number | null;
  kid: string;
  wrapped: string;
}

/** One more of something within a time window. */
export interface RateHit {
  bucket: string;
  window: number;
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** For reading only: writing goes through the two methods below. */
  readonly read: Kysely<Tables>;
  /** Answers when the command's batch is on disk. @throws StorageFailure where nothing was kept */
  submit(submission: Submission): Promise<Outcome>;
  /** One transaction, with its audit. @throws StorageFailure where nothing was kept */
  write(statements: Statement[], audit?: AuditEntry[]): Promise<Written>;
  login(id: string): Promise<LoginLookup | undefined>;
  /** Counts a hit and says how many there were in its window. */
  hit(hit: RateHit): Promise<number>;
  /** Commands waiting to be committed. */
  readonly backlog: number;
  /** @throws where the database cannot be read and written now */
  check(): Promise<void>;
  /**
   * Leaves nothing of what was deleted in files that only wait to be overwritten.
   *
   * @returns false where somebody still reads from such a file: it is tried until it is done
   */
  scrub(): Promise<boolean>;
  /** The slow part of the same, for a quiet hour. Does nothing where another process is at it. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** Learns of every batch how many commands it had and how long its commit took, however it ended. */
export type BatchObserver = (batch: { size: number; seconds: number }) => void;

export interface StoreOptions {
  now?: () => number;
  /** Key of the audit chain. */
  auditKey: Buffer;
  /** Commands that may wait before others are turned away. */
  maxQueue?: number;
  /** Commands a transaction takes together; 1 is what the bench compares with. */
  maxBatch?: number;
  /** PostgreSQL: whatever is acknowledged has to be on two servers, and one that isn't synchronous is refused. */
  isCluster?: boolean;
  onBatch?: BatchObserver;
}

/** A built query as a statement. */
export const statement = (query: { compile(): CompiledQuery }, changes?: number): Statement => {
  const { sql, parameters } = query.compile();
  return { sql, parameters, ...(changes === undefined ? {} : { changes }) };
};
