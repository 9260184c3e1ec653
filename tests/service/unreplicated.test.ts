/** A cluster's database: what only one of its servers has is neither acknowledged nor shown, and others are refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Store, StoreOptions } from '../../server/src/kernel/store';
import { openPostgres, preparePostgres } from '../../server/src/storage/postgres';
import { run } from './support/process';
import { auditKey, fill, postgresEngine, programme, sessionRow, signUpCommand } from './support/stores';

const engine = postgresEngine();
const opened: Store[] = [];
const data = mkdtempSync(path.join(tmpdir(), 'yugong-unreplicated-'));
beforeAll(() => engine.start(), 60_000);
afterEach(async () => {
  await replicateTo('');
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  rmSync(data, { recursive: true, force: true });
  await engine.stop();
}, 60_000);

async function asked(text: string, url?: string): Promise<Record<string, unknown>[]> {
  const client = new Client({
    connectionString: url ?? `postgres://yugong:yugong@127.0.0.1:${engine.server().port}/postgres`,
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Names the standbys that commits wait for, '' for none. There is none here, so whoever waits does so until it is renamed. */
async function replicateTo(standbys: string): Promise<void> {
  await asked(`alter system set synchronous_standby_names = '${standbys}'`);
  await asked('select pg_reload_conf()');
  while ((await asked("select current_setting('synchronous_standby_names') as names"))[0]?.names !== standbys)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

const rowsIn = async (url: string): Promise<number> => (await asked('select id from registrations', url)).length;

/** The address of a database with one session. */
async function prepared(): Promise<string> {
  const { at, open } = await engine.place();
  const store = await open();
  await fill(store, [programme({ people_limit: null })], [sessionRow({ id: 's1' })]);
  await store.close();
  return at;
}

async function storeOn(at: string, options: Partial<StoreOptions>): Promise<Store> {
  const store = await openPostgres(at, { auditKey, ...options });
  opened.push(store);
  return store;
}

it('neither acknowledges nor shows a sign-up that no standby has, also to who asks again, until one has it', async () => {
  const at = await prepared();
  await replicateTo('standby');
  const cluster = await storeOn(at, { isCluster: true });
  const signUp = signUpCommand('worker', 's1', 'once');
  await expect(cluster.submit(signUp)).rejects.toMatchObject({ kind: expect.stringMatching(/unavailable|busy/) });
  expect(await rowsIn(at)).toBe(0);
  await expect(cluster.submit(signUp)).rejects.toMatchObject({ kind: expect.stringMatching(/unavailable|busy/) });
  expect(await rowsIn(at)).toBe(0);
  await replicateTo('');
  while ((await rowsIn(at)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const after = await storeOn(at, { isCluster: false });
  expect(await after.submit(signUp)).toMatchObject({ status: 'booked' });
  expect(await rowsIn(at)).toBe(1);
}, 60_000);

it('takes a commit whose wait for the standby was cancelled for no success, though PostgreSQL reports one', async () => {
  const at = await prepared();
  await replicateTo('standby');
  const store = await storeOn(at, { isCluster: false });
  const cancelling = setInterval(() => {
    void asked("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
  }, 100);
  try {
    await expect(store.submit(signUpCommand('worker'))).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.write([{ sql: "update sessions set note = 'x'", parameters: [] }])).rejects.toMatchObject({
      kind: 'unavailable',
    });
  } finally {
    clearInterval(cancelling);
  }
}, 60_000);

it('refuses every write once the cluster stops being synchronous, and is not ready', async () => {
  const at = await prepared();
  const cluster = await storeOn(at, { isCluster: true });
  await expect(cluster.submit(signUpCommand('worker'))).rejects.toMatchObject({ kind: 'unreplicated' });
  await expect(cluster.write([{ sql: "update sessions set note = 'x'", parameters: [] }])).rejects.toMatchObject({
    kind: 'unreplicated',
  });
  await expect(cluster.check()).rejects.toMatchObject({ kind: 'unreplicated' });
  expect(await rowsIn(at)).toBe(0);
});

describe('start', () => {
  const output = async (env: Record<string, string>): Promise<string> => {
    const service = await run({ YUGONG_DATA: data, YUGONG_DEMO: '0', YUGONG_CLUSTER: '1', ...env });
    service.child.kill('SIGKILL');
    await service.ended;
    return service.output();
  };

  it('is refused on a cluster that is not synchronous, before anything is written', async () => {
    const { at } = await engine.place();
    expect(await output({ DATABASE_URL: at })).toContain('没有同步复制');
    expect(await asked("select tablename from pg_tables where schemaname = 'public'", at)).toEqual([]);
  });

  it('is refused for an account that may not make tables', async () => {
    const { at } = await engine.place();
    await preparePostgres(at, () => Promise.resolve());
    await asked("create role reader login password 'reader'");
    const url = new URL(at);
    [url.username, url.password] = ['reader', 'reader'];
    expect(await output({ DATABASE_URL: url.href, YUGONG_CLUSTER: '0' })).toContain('没有建表和写入的权限');
  });

  it('is refused without a PostgreSQL', async () => {
    expect(await output({})).toContain('YUGONG_CLUSTER=1 要有 DATABASE_URL');
  });
});
