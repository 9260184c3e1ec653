/** Connections to PostgreSQL: a pool for reading and small writes, and one kept for the engine's batches. */
import { Client, Pool, types, type ClientConfig, type PoolClient } from 'pg';
import { failureOf } from '../failure';
import { StorageFailure } from '../../kernel/storage-failure';

/** Counts and times fit a double; strings would compare wrongly. */
const INT8 = 20;

export const clientConfig = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: 3000,
  statement_timeout: 8000,
  lock_timeout: 4000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: 'yugong',
  // A plan made while a table was empty would be kept for ever.
  options: '-c plan_cache_mode=force_custom_plan -c synchronous_commit=on',
  types: {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
  },
});

/** @param config what differs from {@link clientConfig} */
export function openPool(url: string, config: ClientConfig = {}): Pool {
  const pool = new Pool({ ...clientConfig(url), max: 6, ...config });
  // A connection that breaks while idle is replaced by the next query.
  pool.on('error', () => undefined);
  // One that breaks between two queries of a transaction says so itself, and unheard that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** All or nothing. @throws StorageFailure where nothing was kept */
export async function transaction<T>(client: PoolClient | Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The engine's own connection, made again when it breaks. */
export class BatchConnection {
  private client: Client | null = null;

  constructor(private readonly url: string) {}

  async get(): Promise<Client> {
    if (this.client) return this.client;
    const client = new Client(clientConfig(this.url));
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
export async function whileMigrating<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const config = { statement_timeout: MIGRATION_TIMEOUT, lock_timeout: MIGRATION_TIMEOUT };
  const holder = new Client({ ...clientConfig(url), ...config });
  // A connection that breaks says so at the next query; unheard, the event would end the process.
  holder.on('error', () => undefined);
  try {
    await holder.connect();
    await holder.query('select pg_advisory_lock($1)', [MIGRATING]);
    return await work(openPool(url, config));
  } finally {
    // The lock goes with the session that holds it.
    await holder.end().catch(() => undefined);
  }
}
