/** The same on PostgreSQL (see kill-sqlite), where the server behind the service is killed as well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run, sendTo } from '../service/support/process';
import { postgresEngine } from '../service/support/stores';
import { effort, proved } from './support/effort';
import { killService } from './support/kill-service';
import { converge, prepareRounds, rush, verifyRush, type Attempt } from './support/rush';

const SERVICE_KILLS = effort({ full: 6, quick: 1 });
const SERVER_KILLS = effort({ full: 4, quick: 1 });
const engine = postgresEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

it(`the service on PostgreSQL survives being killed ${SERVICE_KILLS} times`, async () => {
  await killService(engine, SERVICE_KILLS);
  proved('kills: service on PostgreSQL', SERVICE_KILLS);
}, 1_200_000);

it(`the service survives its PostgreSQL being killed ${SERVER_KILLS} times, without a restart of its own`, async () => {
  const place = await engine.place();
  const data = mkdtempSync(path.join(tmpdir(), 'yugong-kill-'));
  const first = await place.open();
  await prepareRounds(first, SERVER_KILLS);
  await first.close();
  const service = await run({ YUGONG_DATA: data, YUGONG_DEMO: '0', DATABASE_URL: place.at });
  const all: Attempt[] = [];
  for (let round = 0; round < SERVER_KILLS; round += 1) {
    let killed: Promise<void> = Promise.resolve();
    const attempts = await rush(service, round, () => {
      killed = engine.server().kill();
    });
    await killed;
    const ready = await sendTo(service.url, 'GET /readyz');
    // A service that is gone too says here what ended it.
    expect([ready?.status, ready ? '' : service.output()]).toEqual([503, '']);
    await engine.server().restart();
    while ((await fetch(`${service.url}/readyz`)).status !== 200) await new Promise((r) => setTimeout(r, 50));
    await converge(service, attempts);
    all.push(...attempts);
  }
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const store = await place.open();
  await verifyRush(store, all);
  await store.close();
  rmSync(data, { recursive: true, force: true });
  proved('kills: postmaster', SERVER_KILLS);
}, 1_200_000);
