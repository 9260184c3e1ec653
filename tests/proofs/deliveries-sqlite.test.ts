/** Whoever something happens to is told of it, or somebody calls: see support/deliveries. */
import { sqliteEngine } from '../service/support/stores';
import { proveDeliveries } from './support/deliveries';
import { effort, proved } from './support/effort';

/** The whole trial takes minutes: CI does a part of it, and `PROOF=full` all. */
const isWhole = process.env.PROOF === 'full';
const PEOPLE = isWhole ? 10_000 : effort({ full: 130, quick: 78 });
const KILLS = isWhole ? 100 : effort({ full: 16, quick: 4 });
const engine = sqliteEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

it(`tells ${PEOPLE} people on SQLite, killed ${KILLS} times, or puts them on the call list`, async () => {
  const proven = await proveDeliveries(engine, { people: PEOPLE, kills: KILLS, days: isWhole ? 3 : 1, delivers: true });
  expect(proven.notices).toBeGreaterThan(PEOPLE / 4);
  expect(proven.confirmed / proven.notices).toBeGreaterThan(0.6);
  expect(proven.kills).toBeGreaterThanOrEqual(KILLS / 2);
  proved('people told of what happened, on SQLite', proven.notices);
  proved('kills: deliveries on SQLite', proven.kills);
}, 3_600_000);

it('sees it on SQLite where nobody delivers', async () => {
  await expect(proveDeliveries(engine, { people: 52, kills: 0, days: 1, delivers: false })).rejects.toThrow(/toEqual/);
}, 600_000);
