/** Connections to PostgreSQL: a pool for reading and small writes, and those that the engine keeps for its batches. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Client, Pool, types, type ClientBase, type ClientConfig, type PoolClient } from 'pg';
import { failureOf, knownFailure } from '../failure';
import { StorageFailure } from '../../kernel/storage-failure';

/** Counts and times fit a double; strings would compare wrongly. */
const INT8 = 20;

/**
 * How long anything may take, in milliseconds. A database that is back must be used again within 5 s, and what was sent
 * into a connection that died meanwhile is only found out by its time-out, so that has to be shorter.
 */
const TIMEOUTS = {
  connect: 2000,
  /** The server ends a statement after this, and says so. */
  statement: 3000,
  /** A lost client's locks are given back after this. */
  idleTransaction: 3000,
  /** No answer at all: longer than the server's own, so that its word is heard where it can be. */
  answer: 4000,
  lock: 1000,
  /** Silence after which the system asks whether the other side is still there. */
  keepAlive: 10_000,
};
/** How long the engine waits for another process's lock before it puts the session in a queue of its own. */
const ENGINE_LOCK = 300;

const clientConfig = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: TIMEOUTS.connect,
  statement_timeout: TIMEOUTS.statement,
  query_timeout: TIMEOUTS.answer,
  lock_timeout: TIMEOUTS.lock,
  idle_in_transaction_session_timeout: TIMEOUTS.idleTransaction,
  keepAlive: true,
  keepAliveInitialDelayMillis: TIMEOUTS.keepAlive,
  application_name: 'yugong',
  // A plan made while a table was empty would be kept for ever.
  options: '-c plan_cache_mode=force_custom_plan -c synchronous_commit=on',
  types: {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
  },
});

/** @param config what differs from the usual time-outs */
export function openPool(url: string, config: ClientConfig = {}): Pool {
  const pool = new Pool({ ...clientConfig(url), max: 6, ...config });
  // A connection that breaks while idle is replaced by the next query.
  pool.on('error', () => undefined);
  // One that breaks between two queries of a transaction says so itself, and unheard that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The pool as the query builder takes it: what goes wrong is a {@link StorageFailure}. */
export class ReadingPool implements PostgresPool {
  constructor(private readonly pool: Pool) {}

  async connect(): Promise<PostgresPoolClient> {
    try {
      return new ReadingClient(await this.pool.connect());
    } catch (error) {
      throw knownFailure(error);
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/** A connection of the pool's, which isn't used again where a query got no answer. */
class ReadingClient implements PostgresPoolClient {
  private broken: StorageFailure | undefined;

  constructor(private readonly client: PoolClient) {}

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('rows are read at once, never by a cursor');
    return this.read<R>(text, parameters);
  }

  release(): void {
    this.client.release(this.broken);
  }

  private async read<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      const { rowCount, rows } = await this.client.query(text, [...parameters]);
      // Whatever writes goes elsewhere, see Store.
      return { command: 'SELECT', rowCount: rowCount ?? 0, rows };
    } catch (error) {
      const known = knownFailure(error);
      if (known instanceof StorageFailure && known.kind === 'unavailable') this.broken = known;
      throw known;
    }
  }
}

/**
 * All or nothing, and for a cluster's database: on two of its servers or not acknowledged.
 *
 * @throws StorageFailure where nothing was kept, or where it isn't known whether what was committed outlives this server
 */
export async function transaction<T>(
  client: ClientBase,
  work: () => Promise<T>,
  { isCluster }: { isCluster: boolean },
): Promise<T> {
  await client.query('begin');
  try {
    if (isCluster) await refuseAsynchronous(client);
    const result = await work();
    await commit(client);
    return result;
  } catch (error) {
    // Where no answer comes, none comes to this either; the connection is given up, and with it the transaction.
    if (failureOf(error).kind !== 'unavailable') await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Where PostgreSQL says that it no longer waits for a standby; the words of that notice depend on its language. */
const SYNCHRONOUS_WAIT = 'SyncRepWaitForLSN';

/**
 * Whoever cancels the wait for a standby (`pg_cancel_backend`) makes PostgreSQL report success, with a notice. The server's
 * own statement time-out doesn't: it is off while a transaction ends, which until then nobody sees and which holds its locks.
 *
 * @throws StorageFailure where the commit is on one server only
 */
async function commit(client: ClientBase): Promise<void> {
  let isAlone = false;
  const listen = ({ routine }: { routine: string | undefined }): void => {
    if (routine === SYNCHRONOUS_WAIT) isAlone = true;
  };
  client.on('notice', listen);
  try {
    await client.query('commit');
  } finally {
    client.off('notice', listen);
  }
  if (isAlone) throw new StorageFailure('unavailable', 'committed on one server, and no standby has it');
}

/** @throws StorageFailure where the server acknowledges what no standby has, or is a standby itself */
export async function refuseAsynchronous(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ names: string; standby: boolean }>({
    name: 'synchronous',
    text: "select current_setting('synchronous_standby_names') as names, pg_is_in_recovery() as standby",
  });
  if (rows[0]?.standby) throw new StorageFailure('read-only', 'the server is a standby');
  if (!rows[0]?.names) throw new StorageFailure('unreplicated', 'the cluster is not synchronous');
}

/** A connection of the engine's, made again when it breaks. */
export class BatchConnection {
  private client: Client | null = null;

  constructor(private readonly url: string) {}

  async get(): Promise<Client> {
    if (this.client) return this.client;
    const client = new Client({ ...clientConfig(this.url), lock_timeout: ENGINE_LOCK });
    const drop = (): void => {
      if (this.client === client) this.client = null;
    };
    client.on('error', drop);
    client.on('end', drop);
    try {
      await client.connect();
    } catch (error) {
      throw new StorageFailure('unavailable', failureOf(error).message);
    }
    this.client = client;
    return client;
  }

  /** After an error that may have left the connection half way. */
  drop(): void {
    const { client } = this;
    this.client = null;
    void client?.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }
}

/** How long a starting process waits for another that is making the tables, and how long a step of that may take, in milliseconds. */
const MIGRATION_TIMEOUT = 120_000;
const MIGRATION = {
  statement_timeout: MIGRATION_TIMEOUT,
  lock_timeout: MIGRATION_TIMEOUT,
  idle_in_transaction_session_timeout: MIGRATION_TIMEOUT,
  query_timeout: MIGRATION_TIMEOUT + TIMEOUTS.connect,
};
/** Any number, alike in all processes: who holds it makes or updates the tables. */
const MIGRATING = 7_205_760;

/**
 * Runs `work` while no other process does the same on this database.
 *
 * `create table if not exists` of two sessions at once fails in one of them (PostgreSQL checks the name before it takes
 * it), and the migrator makes its own tables before it takes a lock: so the lock comes first.
 *
 * @param work gets a pool whose statements have time for a large table
 * @throws StorageFailure where the lock isn't free within two minutes
 */
export const whileMigrating = <T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> =>
  withOwnClient(url, MIGRATION, async (holder) => {
    await holder.query('select pg_advisory_lock($1)', [MIGRATING]);
    // The lock goes with the session that holds it.
    return work(openPool(url, MIGRATION));
  });

/** Work that takes longer than a request may, on a connection of its own that is closed after it. */
export async function withOwnClient<T>(
  url: string,
  config: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...clientConfig(url), ...config });
  // A connection that breaks says so at the next query; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
