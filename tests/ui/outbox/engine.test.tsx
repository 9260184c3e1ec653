/**
 * @jest-environment ./scripts/mutants/environment.js
 * @jest-environment-options {"dom": false}
 */
/** The outbox against a real server that fails, times out and answers twice: one effect a key, no false success. */
import Taro from '@tarojs/taro';
import { defined } from '@yugong/domain/narrow';
import { OutboxEngine, type OutboxPorts } from '@/platform/outbox/engine';
import { outcomeOf } from '@/platform/outbox/send';
import type { Outbox } from '@/platform/outbox/core';
import { request } from '@/platform/request';
import { load, save, stored, type OutboxItem } from '@/platform/storage';
import { phone } from '../../setup/taro';
import { FaultyService, taroRequest, type Manner } from './service';

/** The clock of these tests runs a thousand times as fast; only the network takes its own time. */
const FAST = 1000;
const TIMEOUT_MS = 150;

let service: FaultyService;
let origin: string;
let online: boolean;
let seen: Outbox[];
const engines: OutboxEngine[] = [];

beforeEach(async () => {
  Object.assign(Taro, { request: taroRequest });
  service = new FaultyService();
  origin = await service.listen();
  online = true;
  seen = [];
});
afterEach(async () => {
  engines.splice(0).forEach((engine) => engine.stop());
  await service.close();
});

const send = async ({ key, method, path, body }: OutboxItem) =>
  outcomeOf(
    await request({ url: origin + path, method, body, headers: { 'idempotency-key': key }, timeoutMs: TIMEOUT_MS }),
  );

function openApp(ports: Partial<OutboxPorts> = {}): OutboxEngine {
  const engine = new OutboxEngine({
    read: () => load(stored.outbox),
    write: (outbox) => save(stored.outbox, [...outbox]),
    now: () => Date.now() * FAST,
    random: () => 0,
    online: () => online,
    later: (ms, callback) => {
      const timer = setTimeout(callback, ms / FAST);
      return () => clearTimeout(timer);
    },
    show: (outbox) => seen.push(outbox),
    ...ports,
  });
  engines.push(engine);
  return engine;
}

const item = (key: string): OutboxItem => ({
  key,
  kind: 'sign-up',
  title: '报名',
  method: 'POST',
  path: '/registrations',
  body: { name: '张三', thing: key },
  createdAt: 0,
  attempts: 0,
  progress: { state: 'waiting', until: 0 },
});

const latest = (key: string) => seen[seen.length - 1]?.find((other) => other.key === key);

async function until(reached: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (reached()) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`never happened: ${what}`);
}
const settles = (key: string, state: string) =>
  until(() => latest(key)?.progress.state === state, `${key} is ${state}`);

it.each<Manner>(['good', 'busy', 'broken', 'lost', 'dropped', 'hangs', 'stalls', 'twice', 'login'])(
  'has one effect and one success when the service first is: %s',
  async (manner) => {
    service.manners = [manner];
    const app = openApp();
    app.start(send);
    expect(app.put(item('a'))).toBe(true);
    await settles('a', 'done');
    expect([...service.effects]).toEqual([['a', 1]]);
    expect(latest('a')?.progress).toMatchObject({ answer: { id: 'r-a' } });
    // Every attempt was the same request with the same key.
    expect(new Set(service.received.map(({ key, body }) => key + body)).size).toBe(1);
  },
);

it('claims nothing before the acknowledgement', async () => {
  service.manners = ['lost', 'hangs', 'busy', 'broken'];
  const app = openApp();
  app.start(send);
  app.put(item('a'));
  await settles('a', 'done');
  const states = seen.map((outbox) => outbox[0]?.progress.state);
  expect(states.indexOf('done')).toBe(states.length - 1);
  expect(states.filter((state) => state === 'sending')).toHaveLength(5);
  expect(latest('a')?.attempts).toBe(5);
});

it('stops at a refusal, with the words of the service and what was written', async () => {
  service.manners = ['refuses'];
  const app = openApp();
  app.start(send);
  app.put(item('a'));
  await settles('a', 'refused');
  expect(latest('a')).toMatchObject({ body: { name: '张三' }, progress: { title: '标题 session-full' } });
  expect(service.received).toHaveLength(1);
});

it('survives a killed app in the middle of sending', async () => {
  service.manners = ['hangs'];
  const first = openApp();
  first.start(() => new Promise(() => undefined));
  first.put(item('a'));
  await settles('a', 'sending');
  first.stop();
  openApp().start(send);
  await settles('a', 'done');
  expect([...service.effects]).toEqual([['a', 1]]);
});

it('tries nothing without a network and goes out when it returns', async () => {
  online = false;
  const app = openApp();
  app.start(send);
  app.put(item('a'));
  await new Promise((done) => setTimeout(done, 50));
  expect(latest('a')).toMatchObject({ attempts: 0, progress: { state: 'waiting' } });
  online = true;
  app.hurry();
  await settles('a', 'done');
});

it('cancels for certain what never went out', async () => {
  online = false;
  const app = openApp();
  app.start(send);
  app.put(item('a'));
  app.cancel('a');
  online = true;
  app.hurry();
  await new Promise((done) => setTimeout(done, 50));
  expect(service.received).toEqual([]);
  expect(load(stored.outbox)).toEqual([]);
});

it('does not hold up one thing for another that fails', async () => {
  const app = openApp({ now: Date.now });
  app.start((what) => (what.key === 'a' ? Promise.resolve({ kind: 'unanswered' }) : send(what)));
  app.put(item('a'));
  app.put(item('b'));
  await settles('b', 'done');
  expect(latest('a')?.progress.state).toBe('waiting');
});

it('does not take what a full phone did not keep', () => {
  phone.storageFull = true;
  jest.spyOn(console, 'warn').mockImplementation();
  const app = openApp();
  app.start(() => Promise.resolve({ kind: 'unanswered' }));
  expect(app.put(item('a'))).toBe(false);
  expect(latest('a')).toBeUndefined();
});

it('loses nothing to a second window of the same browser', () => {
  online = false;
  const [one, other] = [openApp(), openApp()];
  one.put(item('a'));
  other.put(item('b'));
  one.put(item('c'));
  expect(load(stored.outbox).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

it('brings forty things through a bad day, with kills in between: one effect each', async () => {
  const manners: Manner[] = ['good', 'busy', 'broken', 'lost', 'dropped', 'twice', 'lost', 'good'];
  // A fixed sequence that looks like chance.
  let seed = 7;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  service.manners = Array.from({ length: 120 }, () => defined(manners[Math.floor(chance() * manners.length)]));
  const keys = Array.from({ length: 40 }, (_, at) => `k${at}`);
  let app = openApp({ random: chance });
  app.start(send);
  for (const key of keys) {
    app.put(item(key));
    if (chance() > 0.2) continue;
    await new Promise((done) => setTimeout(done, 10));
    app.stop();
    app = openApp({ random: chance });
    app.start(send);
  }
  await until(() => keys.every((key) => latest(key)?.progress.state === 'done'), 'all are done');
  expect([...service.effects.values()].every((count) => count === 1)).toBe(true);
  expect(service.effects.size).toBe(40);
  expect(service.received.length).toBeGreaterThan(60);
}, 20_000);
