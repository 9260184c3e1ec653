/** The same on PostgreSQL: its tables, its write-ahead log, and its own log while it logs every statement. */
import path from 'node:path';
import { Client } from 'pg';
import { defined } from '@yugong/domain/narrow';
import { postgresEngine } from '../service/support/stores';
import { letGo, releaseCanaries } from './support/canaries';
import { effort, proved } from './support/effort';
import { FaultFinder, filesUnder } from './support/finder';

const CANARIES = effort({ full: 1000, quick: 50 });
const engine = postgresEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

it(`keeps ${CANARIES} people unreadable on PostgreSQL, and no key of those who go`, async () => {
  const { at } = await engine.place();
  const admin = new Client({ connectionString: at });
  await admin.connect();
  // A talkative server: every statement with its parameters.
  await admin.query(`alter database ${new URL(at).pathname.slice(1)} set log_statement = 'all'`);
  const { test, canaries, log } = await releaseCanaries(CANARIES, { databaseUrl: at });
  const plain = new FaultFinder(
    canaries.flatMap((one) =>
      [one.name, one.phone, one.residentId, one.text].map((value): [string, string] => [value, value]),
    ),
  );
  const { dataDir } = engine.server();
  const readable = async (finder: FaultFinder, among = /./) => {
    await admin.query('checkpoint');
    return [...filesUnder(path.dirname(dataDir))]
      .filter(({ file, bytes }) => among.test(file) && finder.find(bytes) !== null)
      .map(({ file }) => file);
  };
  const mine = await test.ask('GET /api/v1/me/export', { token: defined(canaries[0]).token });
  expect(plain.find(mine.rawPayload)).not.toBeNull();
  expect(await readable(plain)).toEqual([]);
  expect(plain.find(Buffer.from(log.join('')))).toBeNull();

  const { store } = test.service;
  const keys = await store.read.selectFrom('account_keys').select('wrapped').execute();
  const traces = new FaultFinder(keys.map(({ wrapped }): [string, string] => [wrapped.slice(0, 8), wrapped]));
  // They are in the tables, in the write-ahead log and in the talkative server's own: all three are looked at.
  const before = await readable(traces);
  for (const part of [/\/base\//, /\/pg_wal\//, /server\.log/])
    expect(before.some((file) => part.test(file))).toBe(true);
  await letGo(test, canaries);
  await store.compact();
  expect(await readable(traces, /\/base\//)).toEqual([]);
  expect(await readable(plain)).toEqual([]);
  await admin.end();
  await test.close();
  proved('canaries on PostgreSQL', CANARIES);
}, 1_200_000);
