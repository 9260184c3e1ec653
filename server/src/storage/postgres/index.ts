/** The store on PostgreSQL, which any number of processes may share. */
import { Kysely, PostgresDialect } from 'kysely';
import type { Client } from 'pg';
import type { Outcome } from '@yugong/domain/registration';
import { newSecret } from '../../crypto/ids';
import { AuditChain } from '../audit';
import { Batcher, type SettledOrLater } from '../batcher';
import { failureOf, isFatal } from '../failure';
import { migrate } from '../migrations';
import type { Tables } from '../../kernel/schema';
import type { LoginLookup, Store, StoreOptions, Submission } from '../../kernel/store';
import { Committer } from './committer';
import { openPool, ReadingPool, refuseAsynchronous, whileMigrating, withOwnClient } from './connection';
import { HITS_TABLE, Loader, openHits } from './loader';
import { LockedSessions, whileLocked } from './locked-sessions';
import { write } from './write';

const LOGINS =
  'select l.id, l.account_id, l.expires_at, l.revoked_at, k.kid, k.wrapped from logins l join account_keys k on k.account_id = l.account_id where l.id = any($1::text[])';

/**
 * Makes or updates the tables and runs `init` on them, one process at a time however many start at once.
 *
 * @throws StorageFailure `unreplicated` where it is a cluster that would lose what it acknowledged
 */
export const preparePostgres = <T>(
  url: string,
  init: (db: Kysely<Tables>) => Promise<T>,
  { isCluster = false }: { isCluster?: boolean } = {},
): Promise<T> =>
  whileMigrating(url, async (pool) => {
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    try {
      if (isCluster) await withOwnClient(url, {}, refuseAsynchronous);
      await migrate(db);
      await pool.query(HITS_TABLE);
      return await init(db);
    } finally {
      await db.destroy();
    }
  });

export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const { now = Date.now, auditKey, maxQueue = 4000, maxBatch = 256, isCluster = false, onBatch } = options;
  const pool = openPool(url);
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new ReadingPool(pool) }) });
  const side = new AuditChain(auditKey, newSecret(9));
  const committer = new Committer({ url, auditKey, now, isCluster });
  const locked = new LockedSessions({ url, auditKey, now, isCluster }, maxBatch);

  const commit = async (batch: Submission[]): Promise<SettledOrLater<Outcome>[]> => {
    try {
      return (await committer.commit(batch)).map((ok) => ({ ok }));
    } catch (error) {
      const failure = failureOf(error);
      // A session whose row is locked, or a command that met another process's, holds up none but its own session's.
      return isFatal(failure.kind)
        ? batch.map(() => ({ error: failure }))
        : batch.map((one) => ({ later: locked.submit(one) }));
    }
  };
  const batcher = new Batcher<Submission, Outcome>(commit, { batch: maxBatch, queue: maxQueue }, onBatch);

  const logins = new Loader<string, LoginLookup>(async (ids) => {
    const { rows } = await pool.query<LoginLookup>({ name: 'logins', text: LOGINS, values: [ids] });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  });
  const hits = openHits(pool, now);
  // The side chain is one list: its transactions follow one another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error);
    }
  };

  return {
    engine: 'postgres',
    read,
    submit: (submission) => (locked.has(submission) ? locked.submit(submission) : batcher.submit(submission)),
    write: (statements, audit = []) =>
      guarded(async () => {
        const alone = () => write(pool, statements, audit, new AuditChain(auditKey, newSecret(9)), { now, isCluster });
        if (audit.length === 0) return whileLocked(alone);
        try {
          return await inTurn(() => write(pool, statements, audit, side, { now, isCluster }));
        } catch (error) {
          // Whoever waits for a lock leaves the list: those behind don't wait with it.
          if (failureOf(error).kind !== 'locked') throw error;
          return whileLocked(alone);
        }
      }),
    login: (id) => guarded(() => logins.get(id)),
    hit: async (hit) => (await guarded(() => hits.get(hit))) ?? 1,
    get backlog() {
      return batcher.backlog + locked.backlog;
    },
    check: () =>
      guarded(async () => {
        await Promise.all([committer.check(), pool.query('select 1')]);
      }),
    // Dead rows hold ciphertext whose key is gone; autovacuum takes them away.
    scrub: async () => {
      await guarded(() => withOwnClient(url, VACUUM, (client) => client.query('vacuum account_keys')));
      return true;
    },
    // Vacuum frees a dead row's space but leaves its bytes there: only writing the table anew leaves them behind.
    compact: () => guarded(() => withOwnClient(url, VACUUM, rewrite)),
    close: async () => {
      await batcher.close();
      await locked.close();
      await last;
      await committer.rest();
      await read.destroy();
    },
  };
}

/** Any number, alike in all processes: who holds it rewrites. */
const REWRITING = 7_205_759;

/** Both ways of vacuuming take longer than a request may; the lock that keeps everybody else out is given up at once. */
const VACUUM = { statement_timeout: 60_000, query_timeout: 62_000, lock_timeout: 2000 };

/** Writes the table of the accounts' keys anew, where rows of it have died; a small table, so it takes moments. */
async function rewrite(client: Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [REWRITING]);
  // The lock goes with the connection.
  if (rows[0]?.ours) await client.query('vacuum full account_keys');
}
