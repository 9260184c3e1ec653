/** Kills the service in the middle of a rush, again and again; what it left is found by the next one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run, type Running } from '../../service/support/process';
import type { Engine } from '../../service/support/stores';
import { converge, prepareRounds, rush, verifyHolds, verifyRush, type Attempt } from './rush';

export async function killService(engine: Engine, kills: number): Promise<void> {
  const place = await engine.place();
  const data = mkdtempSync(path.join(tmpdir(), 'yugong-kill-'));
  const env: Record<string, string> = { YUGONG_DATA: engine.name === 'sqlite' ? place.at : data, YUGONG_DEMO: '0' };
  if (engine.name === 'postgres') env.DATABASE_URL = place.at;
  const first = await place.open();
  await prepareRounds(first, kills);
  await first.close();

  const all: Attempt[] = [];
  let service: Running = await run(env);
  for (let round = 0; round < kills; round += 1) {
    const attempts = await rush(service, round, () => service.child.kill('SIGKILL'));
    expect(await service.ended).toBe('SIGKILL');
    service = await run(env);
    await converge(service, attempts);
    all.push(...attempts);
  }
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const store = await place.open();
  await verifyRush(store, all);
  expect(await verifyHolds(store)).toBeGreaterThan(0);
  await store.close();
  rmSync(data, { recursive: true, force: true });
}
