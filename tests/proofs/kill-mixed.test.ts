/** The service is killed while people sign up, give places back, move and take offers: on both engines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statement } from '../../server/src/kernel/store';
import { run } from '../service/support/process';
import { postgresEngine, sqliteEngine } from '../service/support/stores';
import { effort, proved } from './support/effort';
import { convergeMixed, mixedRush, prepareMixedRounds, verifyMixed } from './support/mixed-rush';

/** Of each engine: sixty where the proof is run in full. */
const KILLS = Number(process.env.MIXED_KILLS) || effort({ full: 30, quick: 1 });

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  beforeAll(() => engine.start(), 60_000);
  afterAll(() => engine.stop(), 60_000);

  it(`keeps every place, offer, move and notice over ${KILLS} kills`, async () => {
    const place = await engine.place();
    const data = mkdtempSync(path.join(tmpdir(), 'yugong-kill-'));
    const env: Record<string, string> = { YUGONG_DATA: engine.name === 'sqlite' ? place.at : data, YUGONG_DEMO: '0' };
    if (engine.name === 'postgres') env.DATABASE_URL = place.at;
    const first = await place.open();
    await prepareMixedRounds(first, KILLS);
    await first.close();
    const all: Awaited<ReturnType<typeof mixedRush>> = [];
    let service = await run(env);
    for (let round = 0; round < KILLS; round += 1) {
      const steps = await mixedRush(service, round, () => service.child.kill('SIGKILL'));
      expect(await service.ended).toBe('SIGKILL');
      service = await run(env);
      await convergeMixed(service, steps);
      all.push(...steps);
    }
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    const store = await place.open();
    await verifyMixed(store, all);
    // The negative control: a lost place is found out.
    const { id } = await store.read.selectFrom('registrations').select('id').executeTakeFirstOrThrow();
    await store.write([statement(store.read.deleteFrom('registrations').where('id', '=', id), 1)]);
    await expect(verifyMixed(store, all)).rejects.toThrow();
    await store.close();
    rmSync(data, { recursive: true, force: true });
    proved(`kills with offers, moves and notices on ${engine.name}`, KILLS);
  }, 1_200_000);
});
