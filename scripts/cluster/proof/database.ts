/** The proof's own connections to the cluster's databases. */
import { Client, type QueryResultRow } from 'pg';
import { ADDRESS, type ClusterLayout } from '../layout';
import { databaseUrl } from '../lifecycle';

/** A statement through whichever server is the primary, or on the one that listens on `port`. */
export async function query<R extends QueryResultRow>(
  layout: ClusterLayout,
  text: string,
  values: readonly unknown[] = [],
  port?: number,
): Promise<R[]> {
  const client = new Client({ connectionString: databaseUrl(layout, port), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A connection to one server as its administrator, whatever the server's role. Nothing is waited for longer than two seconds. */
export async function administrator({ passwords }: ClusterLayout, port: number): Promise<Client> {
  const client = new Client({
    host: ADDRESS,
    port,
    user: 'postgres',
    password: passwords.superuser,
    database: 'yugong',
    connectionTimeoutMillis: 1000,
    query_timeout: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}
