/** Whoever something happens to is told of it, or somebody calls: see support/deliveries. */
import { sqliteEngine } from '../service/support/stores';
import { leastConfirmed, proveDeliveries } from './support/deliveries';
import { effort, proved } from './support/effort';

/** The whole trial takes minutes: CI does a part of it, and `PROOF=full` all. */
const isWhole = process.env.PROOF === 'full';
const PEOPLE = isWhole ? 10_000 : effort({ full: 130, quick: 78 });
const KILLS = isWhole ? 100 : effort({ full: 16, quick: 4 });
const engine = sqliteEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

it(`tells ${PEOPLE} people on SQLite, killed ${KILLS} times, or puts them on the call list`, async () => {
  const proven = await proveDeliveries(engine, {
    people: PEOPLE,
    kills: KILLS,
    days: isWhole ? 3 : 1,
    broken: 'nothing',
  });
  expect(proven.notices).toBeGreaterThan(PEOPLE / 4);
  expect(proven.confirmed).toBeGreaterThan(leastConfirmed(proven.notices));
  expect(proven.daily).toBeGreaterThan(leastConfirmed(proven.answered));
  expect(proven.holds).toBeGreaterThan(0);
  expect(proven.lapsed).toBeGreaterThan(0);
  expect(proven.kills).toBeGreaterThanOrEqual(KILLS);
  proved('people told of what happened, on SQLite', proven.notices);
  proved('holds of offers, on SQLite', proven.holds);
  proved('kills: deliveries on SQLite', proven.kills);
}, 7_200_000);

it.each([
  ['delivery', 'nobody delivers', /on the call list untried/],
  ['day', 'nobody remembers who had a push today', /a second push of a day/],
  ['hold', 'a hold begins with its offer', /a hold began before its offer was delivered/],
] as const)(
  'fails on SQLite where %s is broken: %s',
  async (broken, _, fault) => {
    await expect(proveDeliveries(engine, { people: 52, kills: 0, days: 1, broken })).rejects.toThrow(fault);
  },
  600_000,
);
