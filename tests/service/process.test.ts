/** The service as a process: how it starts, refuses to start, drains, and lives through its database's absence. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, run, sendTo, type Running } from './support/process';
import { eventBody } from './support/service';
import { postgresEngine } from './support/stores';

// Starting takes seconds where other tests share the machine.
jest.setTimeout(60_000);

let folder: string;
const started: Running[] = [];
const start = async (env: Record<string, string>) => {
  const one = await run({ YUGONG_DATA: folder, ...env });
  started.push(one);
  return one;
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yugong-process-'));
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});
/** An operator that is filled in; it names nobody. */
const OPERATOR = 'tests/fixtures/operator/operator.json';
const key = () => `k1:${randomBytes(32).toString('base64')}`;

it('seeds a demo, keeps its key to itself, lets no second in, drains and starts again', async () => {
  const first = await start({});
  const sessions = await sendTo(first.url, 'GET /api/v1/sessions');
  expect((sessions?.body.sessions as unknown[]).length).toBe(6);
  expect(statSync(path.join(folder, 'secret.key')).mode & 0o777).toBe(0o600);

  const second = await start({});
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('另一个进程');
  // A real phone's code, as DevTools sends it: the app goes on without a name.
  const code = await sendTo(first.url, 'POST /api/v1/login/wechat', { body: { code: '0a1B2c3D' } });
  expect([code?.status, code?.body.code]).toEqual([503, 'wechat-not-configured']);

  const line = 'POST /api/v1/sessions/demo-event-badminton/registrations';
  // Asked before it is told to stop: answered all the same.
  const logins = await Promise.all(Array.from({ length: 10 }, () => sendTo(first.url, 'POST /api/v1/login/device')));
  const under = Promise.all(
    logins.map((one, n) =>
      sendTo(first.url, line, { token: one?.body.token as string, key: `k${n}`, body: eventBody(n) }),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  first.child.kill('SIGTERM');
  const answers = await under;
  expect(await first.ended).toBe(0);
  const told = answers.filter((one) => one?.status === 201).length;
  for (const one of answers) expect(one === null || [201, 503].includes(one.status)).toBe(true);

  const third = await start({});
  const mine = await Promise.all(
    logins.map((one) => sendTo(third.url, 'GET /api/v1/me/registrations', { token: one?.body.token as string })),
  );
  expect(mine.flatMap((one) => one?.body.registrations)).toHaveLength(told);
});

it('starts empty without the demo', async () => {
  const { url } = await start({ YUGONG_DEMO: '0' });
  expect((await sendTo(url, 'GET /api/v1/sessions'))?.body).toEqual({ sessions: [] });
  expect((await sendTo(url, 'POST /api/v1/login/wechat', { body: { code: 'demo-worker' } }))?.status).toBe(503);
});

it.each([
  ['no key', {}, 'openssl rand -base64 32'],
  ['a default key', { YUGONG_SECRET: 'change-me-change-me-change-me-change-me-1234' }, '太弱'],
  ['a short key', { YUGONG_SECRET: 'k1:c2hvcnQ=' }, '太弱'],
])('refuses to run for real with %s, and says how to make one', async (_, env, words) => {
  const one = await start({ NODE_ENV: 'production', YUGONG_OPERATOR: OPERATOR, ...env });
  expect(await one.ended).toBe(1);
  expect(one.output()).toContain(words);
  expect(one.output()).toContain('YUGONG_SECRET=k1:');
});

describe('who runs it', () => {
  const wechat = { YUGONG_WX_APPID: 'wx0000000000000000', YUGONG_WX_SECRET: 'a-secret-of-nobody' };
  const forReal = (env: Record<string, string>) => start({ NODE_ENV: 'production', YUGONG_SECRET: key(), ...env });

  it.each<[string, Record<string, string>, string]>([
    ['nobody says so', { YUGONG_OPERATOR: 'no-such-file.json' }, '要先写明谁在运营'],
    ['the example was left', { YUGONG_OPERATOR: 'operator.example.json' }, '还是示例'],
    ['a file that is none', { YUGONG_OPERATOR: 'LICENSE' }, '不是有效的 JSON'],
    ['a third party is used and not listed', { YUGONG_OPERATOR: OPERATOR, ...wechat }, '第三方清单要写全'],
  ])('keeps it from running for real where %s', async (_, env, words) => {
    const one = await forReal(env);
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain(words);
    expect(one.output()).toContain('operator');
  });

  it('lets it run for real once it is filled in, and for trying without', async () => {
    const [filled, none] = await Promise.all([
      forReal({ YUGONG_OPERATOR: OPERATOR }),
      start({ YUGONG_OPERATOR: 'no-such-file.json', YUGONG_DATA: path.join(folder, 'trying') }),
    ]);
    for (const { url } of [filled, none]) expect((await sendTo(url, 'GET /readyz'))?.status).toBe(200);
  });
});

it('takes a new key beside the old one, and none but theirs', async () => {
  const [old, renewed] = [key(), key().replace('k1', 'k2')];
  const first = await start({ YUGONG_SECRET: old });
  const token = (await sendTo(first.url, 'POST /api/v1/login/device'))?.body.token as string;
  const line = 'POST /api/v1/sessions/demo-event-badminton/registrations';
  await sendTo(first.url, line, { token, key: 'a', body: eventBody(1) });
  first.child.kill('SIGTERM');
  await first.ended;
  const wrong = await start({ YUGONG_SECRET: key() });
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toContain('另一把钥匙');
  const both = await start({ YUGONG_SECRET: `${renewed},${old}` });
  const mine = await sendTo(both.url, 'GET /api/v1/me/registrations', { token });
  expect(JSON.stringify(mine?.body)).toContain('演示人');
  expect((await sendTo(both.url, line, { token, key: 'b', body: eventBody(1) }))?.status).toBe(200);
});

it('cuts off a client that sends drop by drop', async () => {
  const { url } = await start({});
  const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
  const closed = new Promise<string>((resolve) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('close', () => resolve(heard));
  });
  socket.write('POST /api/v1/legal-aid HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Slow: ');
  const drops = setInterval(() => socket.write('a'), 500);
  const heard = await closed;
  clearInterval(drops);
  expect(heard).toContain('408');
}, 60_000);

it('tells the truth while PostgreSQL is away, and recovers by itself', async () => {
  const postgres = postgresEngine();
  await postgres.start();
  const { at } = await postgres.place();
  // A wire that can be cut: the server behind it is never the same to the service as being there.
  const target = Number(new URL(at).port);
  const sockets = new Set<net.Socket>();
  const wire = net.createServer((from) => {
    const to = net.connect(target, '127.0.0.1');
    for (const one of [from, to]) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => sockets.delete(one));
    }
    from.pipe(to).pipe(from);
  });
  const port = await freePort();
  const listen = () => new Promise<void>((resolve) => wire.listen(port, '127.0.0.1', resolve));
  await listen();
  const url = new URL(at);
  url.port = String(port);
  const service = await start({ DATABASE_URL: url.href });
  const token = (await sendTo(service.url, 'POST /api/v1/login/device'))?.body.token as string;
  const line = 'POST /api/v1/sessions/demo-event-badminton/registrations';
  const signUp = (n: number) => sendTo(service.url, line, { token, key: `k${n}`, body: eventBody(n) });
  expect((await signUp(1))?.status).toBe(201);

  const cut = new Promise((resolve) => wire.close(resolve));
  for (const one of sockets) one.destroy();
  await cut;
  expect((await sendTo(service.url, 'GET /readyz'))?.status).toBe(503);
  expect((await signUp(2))?.body).toMatchObject({ code: 'unavailable', retryable: true });
  expect((await sendTo(service.url, 'GET /healthz'))?.status).toBe(200);

  await listen();
  const until = Date.now() + 10_000;
  while ((await sendTo(service.url, 'GET /readyz'))?.status !== 200 && Date.now() < until)
    await new Promise((r) => setTimeout(r, 50));
  expect((await signUp(2))?.status).toBe(201);
  expect((await signUp(1))?.status).toBe(201);
  service.child.kill('SIGTERM');
  await service.ended;
  for (const one of sockets) one.destroy();
  wire.close();
  await postgres.stop();
}, 60_000);

it('has no secret in what it prints', async () => {
  const secret = key();
  const one = await start({ YUGONG_SECRET: secret, YUGONG_LOG: '1' });
  await sendTo(one.url, 'GET /api/v1/sessions');
  // What it prints arrives after what it answers.
  while (!one.output().includes('/api/v1/sessions')) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(one.output()).not.toContain(secret.slice(3));
  expect(() => readFileSync(path.join(folder, 'secret.key'))).toThrow();
});
