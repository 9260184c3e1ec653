/** The operator's figures: on a port of their own, true, and about nobody. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/lib/stale';
import { freePort, run, sendTo, type Running } from './support/process';
import { eventBody } from './support/service';
import { postgresEngine } from './support/stores';

const engine = postgresEngine();
const data = mkdtempSync(path.join(tmpdir(), 'yugong-metrics-'));
const running: Running[] = [];
beforeAll(() => engine.start(), 60_000);
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(async () => {
  rmSync(data, { recursive: true, force: true });
  await engine.stop();
}, 60_000);

async function start(env: Record<string, string>): Promise<{ service: Running; figures: () => Promise<string> }> {
  const port = String(await freePort());
  const service = await run({ YUGONG_DATA: data, YUGONG_METRICS_PORT: port, ...env });
  running.push(service);
  return { service, figures: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text() };
}

/** The value of a figure with exactly these labels; NaN where there is none. */
function figure(text: string, name: string, labels: Record<string, string> = {}): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = text
    .split('\n')
    .find((one) => (one.startsWith(`${name}{`) || one.startsWith(`${name} `)) && wanted.every((l) => one.includes(l)));
  return Number(line?.split(' ').at(-1) ?? NaN);
}

const ROUTE = '/api/v1/sessions/:id/registrations';

it.each(['sqlite', 'postgres'] as const)(
  'counts a sign-up, its batch and its route on %s, and names nobody',
  async (kind) => {
    const { service, figures } = await start(kind === 'postgres' ? { DATABASE_URL: (await engine.place()).at } : {});
    const token = String((await sendTo(service.url, 'POST /api/v1/login/device'))?.body.token);
    const body = eventBody();
    const session = 'demo-event-badminton';
    const line = `POST /api/v1/sessions/${session}/registrations`;
    const answer = await sendTo(service.url, line, { token, key: 'once', body });
    expect(answer?.status).toBe(201);
    await sendTo(service.url, `GET /api/v1/me/registrations/${String(answer?.body.id)}`, { token });
    await sendTo(service.url, 'GET /nowhere/19900000001');
    const text = await figures();
    const labels = { method: 'POST', route: ROUTE, status: '201' };
    expect(figure(text, 'yugong_http_request_seconds_count', labels)).toBe(1);
    expect(figure(text, 'yugong_http_request_seconds_count', { route: 'unknown', status: '404' })).toBe(1);
    expect(figure(text, 'yugong_batch_size_count')).toBeGreaterThan(0);
    expect(figure(text, 'yugong_batch_seconds_sum')).toBeGreaterThan(0);
    expect(figure(text, 'yugong_queue')).toBe(0);
    expect(figure(text, 'yugong_database_ready')).toBe(1);
    expect(figure(text, 'yugong_notices_due')).toBe(0);
    for (const one of [token, body.person.name, body.person.phone, session, String(answer?.body.id)])
      expect(text).not.toContain(one);
    // Not where everybody else asks.
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
  },
);

it('says that the database is away instead of failing', async () => {
  const { service, figures } = await start({ DATABASE_URL: (await engine.place()).at });
  expect((await sendTo(service.url, 'GET /healthz'))?.status).toBe(200);
  await engine.server().kill();
  expect(figure(await figures(), 'yugong_database_ready')).toBe(0);
  await engine.server().restart();
});

it('gives every figure that the alerts and the dashboard ask for, and every figure is asked for', async () => {
  const { figures } = await start({ DATABASE_URL: (await engine.place()).at });
  const given = new Set([...(await figures()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
  const read = (name: string) => readFileSync(path.join(root, 'deploy/monitoring', name), 'utf8');
  const texts = read('alerts.yml') + read('grafana-dashboard.json');
  const asked = new Set(
    [...texts.matchAll(/\b((?:yugong|nodejs|process)_[a-z0-9_]+)/g)].map(([, name]) =>
      (name ?? '').replace(/_(bucket|count|sum)$/, ''),
    ),
  );
  expect([...asked].filter((name) => !given.has(name))).toEqual([]);
  expect([...given].filter((name) => name?.startsWith('yugong_') && !asked.has(name))).toEqual([]);
});

it('refuses to start with a port that is none', async () => {
  const service = await run({ YUGONG_DATA: data, YUGONG_METRICS_PORT: 'metrics' });
  expect(await service.ended).toBe(1);
  expect(service.output()).toContain('YUGONG_METRICS_PORT 要写端口号');
});
