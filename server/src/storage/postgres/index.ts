/** The store on PostgreSQL, which any number of processes may share. */
import { Kysely, PostgresDialect } from 'kysely';
import { defined } from '@yugong/domain/narrow';
import type { Outcome } from '@yugong/domain/registration';
import { newSecret } from '../../crypto/ids';
import { AuditChain } from '../audit';
import { Batcher, type Settled } from '../batcher';
import { failureOf } from '../failure';
import { StorageFailure } from '../../kernel/storage-failure';
import { commandsOf, retryIndividually, type Job } from '../jobs';
import { migrate } from '../migrations';
import type { Tables } from '../../kernel/schema';
import type { LoginLookup, Store, StoreOptions } from '../../kernel/store';
import { BatchConnection, openPool, transaction, whileMigrating } from './connection';
import { HITS_TABLE, Loader, openHits } from './loader';
import { PostgresEngine } from './registration-engine';
import { write, type Pooled } from './write';

const LOGINS =
  'select l.id, l.account_id, l.expires_at, l.revoked_at, k.kid, k.wrapped from logins l join account_keys k on k.account_id = l.account_id where l.id = any($1::text[])';
/** Tries of a command that met another process's: each time that one has won, so it ends. */
const TRIES = 6;

/** Makes or updates the tables and runs `init` on them, one process at a time however many start at once. */
export const preparePostgres = <T>(url: string, init: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  whileMigrating(url, async (pool) => {
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    try {
      await migrate(db);
      await pool.query(HITS_TABLE);
      return await init(db);
    } finally {
      await db.destroy();
    }
  });

export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const { now = Date.now, auditKey, maxQueue = 4000, maxBatch = 256 } = options;
  const pool = openPool(url);
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const connection = new BatchConnection(url);
  const chain = new AuditChain(auditKey, newSecret(9));
  const side = new AuditChain(auditKey, newSecret(9));
  const engine = new PostgresEngine(chain);

  const commitTogether = async (jobs: Job[]): Promise<Outcome[]> => {
    const client = await connection.get();
    const head = chain.mark();
    try {
      return await transaction(client, () => engine.run(client, commandsOf(jobs), now()));
    } catch (error) {
      chain.reset(head);
      if (failureOf(error).kind === 'unavailable') {
        connection.drop();
        // The commit may have arrived though its answer didn't.
        chain.restart(newSecret(9));
      }
      throw error;
    }
  };
  const commitAlone = async (job: Job): Promise<Outcome> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return defined((await commitTogether([job]))[0]);
      } catch (error) {
        if (failureOf(error).kind !== 'conflict' || tried === TRIES) throw error;
      }
    }
  };
  const commit = async (jobs: Job[]): Promise<Settled<Outcome>[]> => {
    try {
      return (await commitTogether(jobs)).map((ok) => ({ ok }));
    } catch (failure) {
      // A connection may have broken for itself (a proxy, a restart): one more try on a new one tells.
      if (failureOf(failure).kind === 'unavailable') {
        try {
          return (await commitTogether(jobs)).map((ok) => ({ ok }));
        } catch (again) {
          return retryIndividually(jobs, again, commitAlone);
        }
      }
      return retryIndividually(jobs, failure, commitAlone);
    }
  };
  const batcher = new Batcher<Job, Outcome>(commit, { batch: maxBatch, queue: maxQueue });

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
    submit: (submission) => batcher.submit({ type: 'command', submission }),
    write: (statements, audit = []) =>
      guarded(() =>
        audit.length > 0
          ? inTurn(() => write(pool, statements, audit, side, now))
          : write(pool, statements, [], side, now),
      ),
    login: (id) => guarded(() => logins.get(id)),
    hit: async (hit) => (await guarded(() => hits.get(hit))) ?? 1,
    get backlog() {
      return batcher.backlog;
    },
    check: () =>
      guarded(async () => {
        const { rows } = await pool.query<{ ro: string }>("select current_setting('transaction_read_only') as ro");
        if (rows[0]?.ro === 'on') throw new StorageFailure('read-only', 'the server takes no writes');
      }),
    // Dead rows hold ciphertext whose key is gone; autovacuum takes them away.
    scrub: async () => {
      await guarded(() => pool.query('vacuum account_keys'));
    },
    // Vacuum frees a dead row's space but leaves its bytes there: only writing the table anew leaves them behind.
    compact: () => guarded(() => rewrite(pool)),
    close: async () => {
      await batcher.close();
      await last;
      await connection.close();
      await read.destroy();
    },
  };
}

/** Any number, alike in all processes: who holds it rewrites. */
const REWRITING = 7_205_759;

/** Writes the table of the accounts' keys anew, where rows of it have died; a small table, so it takes moments. */
async function rewrite(pool: Pooled): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [REWRITING]);
    if (!rows[0]?.ours) return;
    try {
      await client.query('vacuum full account_keys');
    } finally {
      await client.query('select pg_advisory_unlock($1)', [REWRITING]);
    }
  } finally {
    client.release();
  }
}
