/**
 * The last release's program on today's tables. While processes are exchanged one by one (docs/runbook.md) both work on
 * one PostgreSQL: a step of the schema may add, and takes away only what no program that still runs asks for.
 *
 * `statements.json` has what release 0.2 sent to PostgreSQL, as its service sent it: its start on an empty database, then
 * sign-ups, a move, cancellations, legal aid, staff's lists, a withdrawn consent and a deleted account.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Tables } from '../../server/src/kernel/schema';
import { migrate } from '../../server/src/storage/migrations';
import { openPool } from '../../server/src/storage/postgres/connection';
import { postgresEngine, signUpCommand } from './support/stores';

interface Sent {
  /** Which of its connections. */
  client: number;
  text: string;
  values: unknown[];
  /** Rows that were returned or changed; null where it wasn't told. */
  rows: number | null;
}

const fixture = path.join(__dirname, '../fixtures/releases/0.2/statements.json');
const { start, use }: Record<'start' | 'use', Sent[]> = JSON.parse(readFileSync(fixture, 'utf8'));

const engine = postgresEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

/** A database that release 0.2 has started on, and the program that it was. */
async function oldRelease() {
  const { at, open } = await engine.place();
  await withTables(at, (db) => sql`drop schema public cascade`.execute(db));
  await withTables(at, (db) => sql`create schema public`.execute(db));
  const clients = new Map<number, Client>();
  const clientOf = async (n: number): Promise<Client> => {
    const known = clients.get(n);
    if (known) return known;
    const client = new Client({ connectionString: at, statement_timeout: 10_000 });
    await client.connect();
    clients.set(n, client);
    return client;
  };
  /** Sends statements as they were sent. @returns those that were answered otherwise, with what came */
  const send = async (statements: readonly Sent[]): Promise<string[]> => {
    const faults: string[] = [];
    for (const { client, text, values, rows } of statements) {
      try {
        const { rowCount } = await (await clientOf(client)).query(text, values);
        if (rows !== null && rowCount !== rows) faults.push(`${rowCount} rows instead of ${rows}: ${text}`);
      } catch (error) {
        faults.push(`${String(error)}: ${text}`);
      }
    }
    return faults;
  };
  const end = async (): Promise<void> => {
    for (const client of clients.values()) await client.end();
    clients.clear();
  };
  expect(await send(start)).toEqual([]);
  // Its start has the lock of migrations until its connection ends.
  await end();
  return { at, open, send, end };
}

async function withTables<T>(at: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(at) }) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

it('does on today’s tables all that it did on its own, and today’s program goes on from there', async () => {
  const { at, open, send, end } = await oldRelease();
  await withTables(at, migrate);
  expect(await send(use)).toEqual([]);
  // Today's program goes on in the session that the old one has filled.
  const today = await open();
  const signUp = signUpCommand('worker', 'demo-event-badminton', 'key-of-today');
  expect(await today.submit(signUp)).toMatchObject({ result: 'booked' });
  const { held } = await today.read
    .selectFrom('sessions')
    .select('held')
    .where('id', '=', 'demo-event-badminton')
    .executeTakeFirstOrThrow();
  const booked = await today.read
    .selectFrom('registrations')
    .select('id')
    .where('session_id', '=', 'demo-event-badminton')
    .where('status', '=', 'booked')
    .execute();
  expect(booked.length).toBeGreaterThan(2);
  expect(held).toBe(booked.length);
  await today.close();
  await end();
}, 60_000);

it.each([
  ['takes a column away', 'alter table registrations drop column limit_slot'],
  ['asks for what the old program doesn’t write', 'alter table registrations add column wanted text not null'],
])(
  'is noticed where a step of the schema %s (negative control)',
  async (_, step) => {
    const { at, send, end } = await oldRelease();
    await withTables(at, migrate);
    await withTables(at, (db) => sql.raw(step).execute(db));
    expect((await send(use)).length).toBeGreaterThan(0);
    await end();
  },
  60_000,
);
