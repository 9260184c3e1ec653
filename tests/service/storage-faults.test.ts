/** The disk is full, the database takes no writes: said clearly, nothing lost, and over as soon as the cause is. */
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { defined } from '@yugong/domain/narrow';
import { canMount, smallDisk, type SmallDisk } from './support/small-disk';
import { run, sendTo, type ProcessAnswer, type Running } from './support/process';
import { eventBody } from './support/service';
import { postgresEngine, type Engine } from './support/stores';

const REGISTER = 'POST /api/v1/sessions/demo-event-badminton/registrations';
const onDisk = canMount() ? it : it.skip;
let disk: SmallDisk;
let service: Running | undefined;
let postgres: Engine | undefined;
afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.ended;
  service = undefined;
  await postgres?.stop();
  postgres = undefined;
});

const aid = (n: number) => ({
  topic: 'pay',
  name: '演示人',
  phone: '19900000001',
  text: `第${n}件：${'字'.repeat(900)}`,
  consents: [{ purpose: 'legal-aid', version: '' }],
});

async function legalAidVersion(url: string): Promise<string> {
  const { paths } = (await sendTo(url, 'GET /api/v1/openapi.json'))?.body as {
    paths: Record<
      string,
      { post: { requestBody: { content: Record<string, { example: { consents: { version: string }[] } }> } } }
    >;
  };
  return defined(
    paths['/api/v1/legal-aid']?.post.requestBody.content['application/json']?.example.consents[0]?.version,
  );
}

describe('a file system of its own', () => {
  beforeEach(() => {
    disk = defined(smallDisk(12));
  });
  afterEach(() => disk.unmount());

  onDisk('may be full: 503 until there is room, everything acknowledged still there', async () => {
    service = await run({ YUGONG_DATA: disk.folder });
    const { url } = service;
    const login = async () => (await sendTo(url, 'POST /api/v1/login/device'))?.body.token as string;
    // One account sends six requests a day.
    const tokens: string[] = [];
    for (let n = 0; n < 20; n += 1) tokens.push(await login());
    const token = defined(tokens[0]);
    const consents = [{ purpose: 'legal-aid', version: await legalAidVersion(url) }];
    const ballast = path.join(disk.folder, 'ballast');
    // Whatever is left but a quarter to half a megabyte: room for some, not for all that is sent.
    for (let size = 11; size > 0; size -= 0.25) {
      try {
        writeFileSync(ballast, Buffer.alloc(size * 1024 * 1024));
        truncateSync(ballast, (size - 0.25) * 1024 * 1024);
        break;
      } catch {
        rmSync(ballast, { force: true });
      }
    }
    let told = 0;
    let refused: ProcessAnswer | null = null;
    for (let n = 0; n < 110 && !refused; n += 1) {
      const answer = await sendTo(url, 'POST /api/v1/legal-aid', {
        token: defined(tokens[n % tokens.length]),
        key: `aid-${n}`,
        body: { ...aid(n), consents },
      });
      if (answer?.status === 201) told += 1;
      else refused = answer;
    }
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage-full', retryable: true } });
    expect(told).toBeGreaterThan(0);
    expect((await sendTo(url, 'GET /healthz'))?.status).toBe(200);
    // Reading goes on.
    expect((await sendTo(url, 'GET /api/v1/sessions'))?.status).toBe(200);
    const signUp = () => sendTo(url, REGISTER, { token, key: 'sign-up', body: eventBody(1) });
    rmSync(ballast);
    const until = Date.now() + 10_000;
    while ((await sendTo(url, 'GET /readyz'))?.status !== 200 && Date.now() < until)
      await new Promise((r) => setTimeout(r, 100));
    expect((await signUp())?.status).toBe(201);
    const kept = await Promise.all(tokens.map((one) => sendTo(url, 'GET /api/v1/me/legal-aid', { token: one })));
    const requests = kept.flatMap((answer) => (answer?.body as { requests: unknown[] }).requests);
    expect(requests).toHaveLength(told);
  });

  onDisk('may be read-only: the service says so and does not start', async () => {
    const first = await run({ YUGONG_DATA: disk.folder });
    first.child.kill('SIGTERM');
    await first.ended;
    disk.remount('ro');
    service = await run({ YUGONG_DATA: disk.folder });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain('只读');
    disk.remount('rw');
    service = await run({ YUGONG_DATA: disk.folder });
    expect((await sendTo(service.url, 'GET /readyz'))?.status).toBe(200);
  });
});

it('PostgreSQL may take no writes for a while, as a replica does', async () => {
  const engine = postgresEngine();
  postgres = engine;
  await engine.start();
  const { at } = await engine.place();
  service = await run({ DATABASE_URL: at, YUGONG_DATA: path.join(engine.server().dataDir, '..', 'unused') });
  const { url } = service;
  const token = (await sendTo(url, 'POST /api/v1/login/device'))?.body.token as string;
  const signUp = (n: number) => sendTo(url, REGISTER, { token, key: `k${n}`, body: eventBody(n) });
  expect((await signUp(1))?.status).toBe(201);
  const admin = new Client({ connectionString: at });
  await admin.connect();
  const name = new URL(at).pathname.slice(1);
  const others =
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()';
  const writes = async (how: 'on' | 'off') => {
    await admin.query('set default_transaction_read_only = off');
    await admin.query(`alter database ${name} set default_transaction_read_only = ${how === 'on' ? 'off' : 'on'}`);
    await admin.query(others, [name]);
  };
  await writes('off');
  // The hits are counted in the database too: whichever meets it first, it is the same answer, once the connections
  // that were cut have been noticed.
  let refused = await signUp(2);
  for (let tries = 0; tries < 50 && refused?.body.code !== 'storage-read-only'; tries += 1) {
    expect(refused).toMatchObject({ status: 503, body: { retryable: true } });
    await new Promise((r) => setTimeout(r, 100));
    refused = await signUp(2);
  }
  expect(refused).toMatchObject({ status: 503, body: { code: 'storage-read-only', retryable: true } });
  expect((await sendTo(url, 'GET /readyz'))?.status).toBe(503);
  expect((await sendTo(url, 'GET /api/v1/sessions'))?.status).toBe(200);
  await writes('on');
  const until = Date.now() + 10_000;
  while ((await sendTo(url, 'GET /readyz'))?.status !== 200 && Date.now() < until)
    await new Promise((r) => setTimeout(r, 100));
  expect((await signUp(2))?.status).toBe(201);
  const { registrations } = (await sendTo(url, 'GET /api/v1/me/registrations', { token }))?.body as {
    registrations: unknown[];
  };
  expect(registrations).toHaveLength(2);
  await admin.end();
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});
