/** Several processes count SMS at once: none is lost, none goes over a ceiling, none waits for another for ever. */
import { DAY, HOUR, instantOf, MINUTE } from '@yugong/domain/time';
import { correctCount, countOne, smsUsage } from '../../server/src/delivery/usage';
import type { Store } from '../../server/src/kernel/store';
import { postgresEngine, sqliteEngine } from './support/stores';

const NOON = instantOf('2026-12-01', '12:00');

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  const stores: Store[] = [];
  beforeAll(async () => {
    await engine.start();
  }, 60_000);
  afterAll(() => engine.stop(), 60_000);
  beforeEach(async () => {
    const place = await engine.place();
    // With SQLite only one process has the data.
    const processes = engine.name === 'postgres' ? 3 : 1;
    for (let n = 0; n < processes; n += 1) stores.push(await place.open());
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  const entry = (action: string) => ({ actor: 'service', action, subject: null, detail: {} });
  /** Hands one over as the delivery does, and writes what came of it. @returns whether the ceilings left room */
  async function sendOne(store: Store, at: number, ceilings: { hour: number; day: number }, isTaken: boolean) {
    const { hour, day, month } = countOne({ store }, at, ceilings);
    if (!(await store.write([hour, day, month])).done) return false;
    const answer = correctCount({ store }, at, isTaken ? { sent: 0, segments: 2 } : { sent: -1, segments: 0 });
    expect((await store.write(answer, [entry('delivery.sms')])).done).toBe(true);
    return isTaken;
  }
  const usageAt = (at: number) => {
    const [store] = stores;
    if (!store) throw new Error('no store');
    return smsUsage({ store, now: () => at });
  };

  it('counts every one that was taken, whoever sends, and across the turn of an hour and a day', async () => {
    const times = [NOON, NOON + HOUR - 1, NOON + HOUR, NOON + 11 * HOUR + 59 * MINUTE, NOON + 12 * HOUR];
    const wide = { hour: 1e6, day: 1e6 };
    const sent = await Promise.all(
      Array.from({ length: 120 }, (_, n) => {
        const store = stores[n % stores.length];
        return store && sendOne(store, times[n % times.length] ?? NOON, wide, n % 4 !== 0);
      }),
    );
    expect(sent.filter(Boolean)).toHaveLength(90);
    const [today, tomorrow] = [await usageAt(NOON), await usageAt(NOON + DAY)];
    expect(today.day.sent + tomorrow.day.sent).toBe(90);
    expect(today.month).toEqual({ sent: 90, segments: 180 });
  });

  it('never goes over a ceiling, and reaches it', async () => {
    const sent = await Promise.all(
      Array.from({ length: 90 }, (_, n) => {
        const store = stores[n % stores.length];
        return store && sendOne(store, NOON, { hour: 40, day: 50 }, true);
      }),
    );
    expect(sent.filter(Boolean)).toHaveLength(40);
    expect((await usageAt(NOON)).hour).toEqual({ sent: 40, segments: 80 });
  });
});
