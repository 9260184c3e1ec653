import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { RegistrationWire } from '@yugong/domain/registration/wire';
import { SignUpWire } from '@yugong/domain/registration/detail';
import { SessionWire } from '@yugong/domain/session/wire';
import { HOUR } from '@yugong/domain/time';
import { answerOf, defineKind, newIdempotencyKey, putIntoOutbox } from '@/platform/outbox';
import { defined } from '@yugong/domain/narrow';
import { askService, endLogin, forgetLogin, hasLogin, logoutKind, startSending } from '@/platform/service';
import { load, save, stored, type Login } from '@/platform/storage';
import { registrationExample } from '../../server/src/demo/examples';
import { phone } from '../setup/taro';
import { taroRequest } from '../ui/outbox/service';
import { startService, type TestService } from './support/service';

declare global {
  var SERVICE_ORIGIN: string;
}

const Sessions = v.object({ sessions: v.array(SessionWire) });
const Mine = v.object({ registrations: v.array(v.object({ id: v.string(), sessionId: v.string() })) });
const mine = () => askService(Mine, { as: 'me', path: '/api/v1/me/registrations' });

let api: TestService;
const asked: string[] = [];

// What a browser has around the phone's modules.
const browser = { navigator: { onLine: true }, window: new EventTarget(), document: new EventTarget() };
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value });

beforeAll(async () => {
  api = await startService();
  api.clock.now = Date.now();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const address = api.app.server.address() as { port: number };
  globalThis.SERVICE_ORIGIN = `http://127.0.0.1:${address.port}`;
  Object.assign(Taro, {
    request: (options: Parameters<typeof taroRequest>[0]) => {
      asked.push(`${options.method} ${new URL(options.url).pathname}`);
      return taroRequest(options);
    },
    onNetworkStatusChange: () => undefined,
  });
});
beforeEach(async () => {
  await api.reset();
  api.clock.now = Date.now();
  phone.reset();
  asked.length = 0;
});
afterAll(() => api.close());

it('reads what is public without making an account', async () => {
  const reply = await askService(Sessions, { path: '/api/v1/sessions?kind=screening' });
  expect(reply.kind === 'answered' && reply.data.sessions.length).toBeGreaterThan(0);
  expect(hasLogin()).toBe(false);
});

it('makes one account for everyone who asks at once, and keeps it', async () => {
  const replies = await Promise.all([mine(), mine(), mine()]);
  expect(replies.map((reply) => reply.kind)).toEqual(['answered', 'answered', 'answered']);
  await mine();
  expect(asked.filter((line) => line.includes('login'))).toEqual(['POST /api/v1/login/device']);
});

it('is the same account after the token has ended, and after the service has stopped believing it', async () => {
  const key = newIdempotencyKey();
  const body = registrationExample(Date.now());
  const signedUp = await askService(SignUpWire, {
    as: 'me',
    method: 'POST',
    path: '/api/v1/sessions/demo-screening-1/registrations',
    body,
    key,
  });
  expect(signedUp).toMatchObject({ kind: 'answered', status: 201 });
  for (const spoilt of [{ expiresAt: 0 }, { token: 'ya1.nonsense' }]) {
    const login = load(stored.login);
    if (!login) throw new Error('no login');
    save(stored.login, { ...login, ...spoilt });
    const reply = await mine();
    expect(reply.kind === 'answered' && reply.data.registrations.length).toBe(1);
  }
  expect(asked.filter((line) => line.includes('login'))).toEqual([
    'POST /api/v1/login/device',
    'POST /api/v1/login/renew',
    'POST /api/v1/login/renew',
  ]);
});

it('begins anew where the service has revoked the login for good', async () => {
  await mine();
  await askService(v.null(), { as: 'me', method: 'DELETE', path: '/api/v1/login', key: newIdempotencyKey() });
  expect((await mine()).kind).toBe('answered');
  expect(asked.filter((line) => line === 'POST /api/v1/login/device')).toHaveLength(2);
});

describe('a login that was left while the service was away', () => {
  const there = () => globalThis.SERVICE_ORIGIN;
  /** Leaves as 「我的信息」 does where the service can't be reached: the phone forgets the login at once. */
  async function leave(spoilt: Partial<Login> = {}): Promise<Login> {
    await mine();
    const login = { ...defined(load(stored.login)), ...spoilt };
    const address = there();
    globalThis.SERVICE_ORIGIN = 'http://127.0.0.1:9';
    expect((await endLogin(login, newIdempotencyKey())).kind).toBe('no-answer');
    forgetLogin();
    globalThis.SERVICE_ORIGIN = address;
    return login;
  }
  const isAlive = async ({ token, renewal }: Login) =>
    (await api.ask('GET /api/v1/me/registrations', { token })).statusCode === 200 ||
    (await api.ask('POST /api/v1/login/renew', { token: renewal })).statusCode === 200;

  it.each([
    ['its token is good', {}, 0],
    ['the phone knows that its token has ended', { expiresAt: 0 }, 3 * HOUR],
    ['its token ended earlier than the phone knows', {}, 3 * HOUR],
  ])('ends on the service once it is back, and nobody is logged in by it: %s', async (_what, spoilt, away) => {
    const login = await leave(spoilt);
    api.clock.now += away;
    const key = newIdempotencyKey();
    putIntoOutbox(logoutKind, { key, title: '退出登录', path: '/api/v1/login', body: login, method: 'DELETE' });
    startSending();
    expect((await settled(key)).progress).toMatchObject({ state: 'done' });
    expect(await isAlive(login)).toBe(false);
    expect(hasLogin()).toBe(false);
    // Nothing of the login stays on the phone.
    expect(JSON.stringify(load(stored.outbox))).not.toContain(login.renewal);
  });

  it('doesn’t end the login of whoever came after', async () => {
    const login = await leave();
    await mine();
    const after = defined(load(stored.login));
    expect((await endLogin(login, newIdempotencyKey())).kind).toBe('answered');
    expect(await isAlive(login)).toBe(false);
    expect(await isAlive(after)).toBe(true);
    expect(load(stored.login)).toEqual(after);
  });

  it('is over where the service no longer knows it, and after an answer that was lost', async () => {
    const login = await leave({ expiresAt: 0 });
    // The renewal arrived and its answer didn't.
    await api.ask('POST /api/v1/login/renew', { token: login.renewal });
    expect((await endLogin(login, newIdempotencyKey())).kind).toBe('answered');
    expect((await endLogin(login, newIdempotencyKey())).kind).toBe('answered');
    expect(await isAlive(login)).toBe(false);
  });
});

it('stays logged out where a renewal was on its way', async () => {
  await mine();
  save(stored.login, { ...defined(load(stored.login)), expiresAt: 0 });
  const asking = mine();
  forgetLogin();
  expect((await asking).kind).toBe('no-answer');
  expect(hasLogin()).toBe(false);
});

it('keeps the login while the service is away', async () => {
  await mine();
  const login = load(stored.login);
  if (login) save(stored.login, { ...login, expiresAt: 0 });
  const there = globalThis.SERVICE_ORIGIN;
  globalThis.SERVICE_ORIGIN = 'http://127.0.0.1:9';
  expect(await mine()).toEqual({ kind: 'no-answer', reason: 'network' });
  globalThis.SERVICE_ORIGIN = there;
  expect(load(stored.login)?.renewal).toBe(login?.renewal);
  forgetLogin();
  expect(hasLogin()).toBe(false);
});

it('says of an answer that is something else that it is none', async () => {
  expect(await askService(v.object({ stations: v.string() }), { path: '/api/v1/sessions' })).toEqual({
    kind: 'no-answer',
    reason: 'unexpected',
  });
});

it('passes on what the service refuses', async () => {
  const reply = await askService(RegistrationWire, { as: 'me', path: '/api/v1/me/registrations/nobody' });
  expect(reply).toMatchObject({ kind: 'problem', problem: { status: 404, code: 'not-found' } });
});

it('sends what waits in the outbox as this account', async () => {
  const signUp = defineKind<unknown, v.InferOutput<typeof SignUpWire>>('sign-up', SignUpWire);
  const key = newIdempotencyKey();
  const path = '/api/v1/sessions/demo-screening-2/registrations';
  putIntoOutbox(signUp, { key, title: '报名', path, body: registrationExample(Date.now()) });
  startSending();
  const item = await settled(key);
  expect(answerOf(signUp, item)).toMatchObject({ mine: true, status: 'booked' });
  const reply = await mine();
  expect(reply.kind === 'answered' && reply.data.registrations[0]?.sessionId).toBe('demo-screening-2');
});

async function settled(key: string) {
  for (;;) {
    const item = load(stored.outbox).find((one) => one.key === key);
    if (item && item.progress.state !== 'waiting' && item.progress.state !== 'sending') return item;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
